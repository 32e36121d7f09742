using System.Collections;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using Refit;

namespace CentralDb.Client;

/// <summary>
/// Bodies for Refit, by System.Text.Json. Answers are read liberally: a list of one where an object is meant, an object where a list is meant, and
/// nothing at all are understood.
/// </summary>
internal sealed class CentralDbContent : IHttpContentSerializer
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public HttpContent ToHttpContent<T>(T item)
    {
        // Held as bytes, so that a repeat sends the same once more.
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(item, CentralDbJson.Options));
        content.Headers.ContentType = Json;
        return content;
    }

    /// <exception cref="JsonException">The body is not what was asked for.</exception>
    public async Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        var body = await content.ReadAsStringAsync(cancellationToken);
        return string.IsNullOrWhiteSpace(body) ? default : Read<T>(body);
    }

    /// <summary>Of a member in a form or a query; there is none that is not a plain parameter.</summary>
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;

    private static T? Read<T>(string body)
    {
        using var document = JsonDocument.Parse(body);
        var answer = document.RootElement;
        var wantsList = typeof(T).IsAssignableTo(typeof(IEnumerable));
        return (answer.ValueKind, wantsList) switch
        {
            (JsonValueKind.Null, _) => default,
            (JsonValueKind.Object, true) => JsonSerializer.Deserialize<T>($"[{body}]", CentralDbJson.Options),
            (JsonValueKind.Array, false) => answer.GetArrayLength() switch
            {
                0 => default,
                1 => answer[0].Deserialize<T>(CentralDbJson.Options),
                _ => answer.Deserialize<T>(CentralDbJson.Options),
            },
            _ => answer.Deserialize<T>(CentralDbJson.Options),
        };
    }
}
