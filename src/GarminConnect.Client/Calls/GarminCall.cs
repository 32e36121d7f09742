using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>A request to the data server; a GET unless it says otherwise.</summary>
/// <param name="Path">Relative, with the query.</param>
/// <param name="What">What is asked for, in words, for messages.</param>
/// <param name="Accept">The media type asked for.</param>
internal sealed record GarminCall(string Path, string What, string Accept = "application/json")
{
    private readonly string? _endpoint;

    /// <summary>The path for metrics and traces, with <c>{…}</c> in the place of what differs from call to call. Needed where <see cref="Path"/> has such a part. Default: the path.</summary>
    public string Endpoint
    {
        get => _endpoint ?? Endpoints.Of(Path);
        init => _endpoint = Endpoints.Of(value);
    }

    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>UTF-8 JSON to send; null for none.</summary>
    public byte[]? JsonBody { get; init; }

    /// <summary>Whether the call is repeated after a transient failure. Only for calls that do no harm when Garmin carries them out twice.</summary>
    public bool Repeatable { get; init; } = true;

    /// <summary>Finds in Garmin's JSON why it refused the call, for a person; null for calls whose refusals say nothing of use.</summary>
    public Func<JsonElement, string?>? ReadRefusal { get; init; }
}
