using System.Text.Json;
using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>Text that some CentralDBs write as a number: ids.</summary>
internal sealed class TextOrNumberJson : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        using var value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.ValueKind == JsonValueKind.Number ? value.RootElement.GetRawText() : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
