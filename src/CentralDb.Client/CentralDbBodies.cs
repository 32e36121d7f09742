using System.Net.Http.Headers;
using System.Text.Json;
using RestEase;

namespace CentralDb.Client;

/// <summary>Request bodies for RestEase, by System.Text.Json.</summary>
internal sealed class CentralDbBodies : RequestBodySerializer
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    public override HttpContent? SerializeBody<T>(T body, RequestBodySerializerInfo info)
    {
        // Held as bytes, so that a repeat sends the same once more.
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, CentralDbJson.Options));
        content.Headers.ContentType = s_json;
        return content;
    }
}
