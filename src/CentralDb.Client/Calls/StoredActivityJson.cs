using System.Text.Json;
using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>Reads what CentralDB holds. Only the id has to be there; the rest counts when it is what ours answers.</summary>
internal sealed class StoredActivityJson : JsonConverter<StoredActivity>
{
    public override StoredActivity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var answer = JsonDocument.ParseValue(ref reader);
        var stored = answer.RootElement;
        return stored.ValueKind == JsonValueKind.Object && Text(stored, "id") is { } id
            ? new StoredActivity(id, int.TryParse(Text(stored, "revision"), out var revision) ? revision : null, Text(stored, "sha256"), Text(stored, "raw_summary"))
            : throw new JsonException("The activity has no id.");
    }

    public override void Write(Utf8JsonWriter writer, StoredActivity value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A stored activity is only ever read.");

    private static string? Text(JsonElement stored, string name) => stored.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.Object => value.GetRawText(),
            _ => null,
        }
        : null;
}
