using System.Text.Json;
using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>Reads the counts from a CentralDB that gives them. Others answer with what they stored, which is a success as good.</summary>
internal sealed class HealthMetricCountsJson : JsonConverter<HealthMetricCounts>
{
    public override HealthMetricCounts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var answer = JsonDocument.ParseValue(ref reader);
        return new HealthMetricCounts(Count(answer.RootElement, "new"), Count(answer.RootElement, "changed"), Count(answer.RootElement, "unchanged"))
        {
            Deleted = Count(answer.RootElement, "deleted"),
        };
    }

    public override void Write(Utf8JsonWriter writer, HealthMetricCounts value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Counts are only ever read.");

    private static int Count(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object
        && answer.TryGetProperty(name, out var count)
        && count.ValueKind == JsonValueKind.Number
        && count.TryGetInt32(out var number)
            ? number
            : 0;
}
