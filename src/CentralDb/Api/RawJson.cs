using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitTrack.CentralDb.Api;

/// <summary>A string that holds JSON: any value outside, compact text inside, so that it can be stored and compared as text.</summary>
internal sealed class RawJson : JsonConverter<string>
{
    public static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Compact(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteRawValue(value);
}
