namespace GarminConnect.Client;

/// <summary>What a request to Garmin is called in metrics and traces: a path in which no id, name or day is left.</summary>
internal static class Endpoints
{
    /// <summary>Where whoever makes spans of requests finds the name; OpenTelemetry's word for such a path.</summary>
    public static readonly HttpRequestOptionsKey<string> Key = new("url.template");

    /// <summary>Of an address that Garmin has named in an answer: anything may be in it.</summary>
    public const string Named = "/{named}";

    /// <summary>The path without its query. Parts with digits only, which were forgotten to be named, are ids, and do not get through.</summary>
    /// <param name="path">Relative, with or without a query.</param>
    public static string Of(string path)
    {
        var parts = path.Split('?')[0].TrimStart('/').Split('/');
        return $"/{string.Join('/', parts.Select(part => part.Length > 0 && part.All(char.IsAsciiDigit) ? "{id}" : part))}";
    }

    public static void Name(HttpRequestMessage request, string endpoint) => request.Options.Set(Key, endpoint);
}
