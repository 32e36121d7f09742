using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitTrack.CentralDb.Api;

/// <summary>Reads times as <see cref="Fields.TryTime"/> does, and writes them in UTC with a Z.</summary>
internal sealed class UtcTimeJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Fields.TryTime(reader.GetString(), out var time)
            ? time
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}
