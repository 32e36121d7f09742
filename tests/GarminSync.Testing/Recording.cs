using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GarminSync.Testing;

/// <summary>One recorded answer of the real Garmin Connect, from the folder <c>shared</c> beside the checkout.</summary>
public sealed class Recording(string name)
{
    private readonly JsonElement _response = Load(name);

    /// <summary>The body as it was sent: JSON, text, or bytes.</summary>
    public byte[] Body { get; } = BodyOf(Load(name));

    public RequestDelegate Replay() => async context =>
    {
        context.Response.StatusCode = _response.GetProperty("status").GetInt32();
        context.Response.ContentType = _response.TryGetProperty("contentType", out var type) ? type.GetString() : null;
        await context.Response.StartAsync(context.RequestAborted);
        await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    };

    private static JsonElement Load(string name)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Require("recordings", name + ".json")));
        return file.RootElement.GetProperty("response").Clone();
    }

    private static byte[] BodyOf(JsonElement response) =>
        response.TryGetProperty("bodyBase64", out var bytes) ? bytes.GetBytesFromBase64()
        : response.TryGetProperty("bodyText", out var text) ? System.Text.Encoding.UTF8.GetBytes(text.GetString()!)
        : response.TryGetProperty("body", out var json) ? System.Text.Encoding.UTF8.GetBytes(json.GetRawText())
        : [];
}
