using System.Text.Json;
using RestEase;

namespace CentralDb.Client;

/// <summary>
/// Response bodies for RestEase, by System.Text.Json. A list of one where an object is meant, an object where a list is meant, and nothing at all are
/// understood.
/// </summary>
internal sealed class CentralDbAnswers : ResponseDeserializer
{
    /// <exception cref="JsonException">The body is not what was asked for.</exception>
    public override T Deserialize<T>(string? content, HttpResponseMessage response, ResponseDeserializerInfo info)
    {
        if (string.IsNullOrWhiteSpace(content))
        {
            return default!;
        }

        using var document = JsonDocument.Parse(content);
        var answer = document.RootElement;
        var wantsList = typeof(T).IsGenericType;
        return (answer.ValueKind, wantsList) switch
        {
            (JsonValueKind.Null, _) => default!,
            (JsonValueKind.Object, true) => JsonSerializer.Deserialize<T>($"[{content}]", CentralDbJson.Options)!,
            (JsonValueKind.Array, false) => answer.GetArrayLength() switch
            {
                0 => default!,
                1 => answer[0].Deserialize<T>(CentralDbJson.Options)!,
                _ => answer.Deserialize<T>(CentralDbJson.Options)!,
            },
            _ => answer.Deserialize<T>(CentralDbJson.Options)!,
        };
    }
}
