using System.Text.Json;
using System.Text.Json.Serialization;
using FitTrack.Hosting;

namespace FitTrack.CentralDb.HealthMetrics;

/// <summary>The body of a write: one data point, or an array of them.</summary>
[JsonConverter(typeof(OneOrMany))]
internal sealed record HealthMetricBatch(IReadOnlyList<HealthMetricFields> Metrics, bool IsArray)
{
    public const int MaxCount = 10_000;

    public FieldErrors Validate()
    {
        var errors = new FieldErrors();
        if (Metrics.Count > MaxCount)
        {
            errors.Add("body", $"must have at most {MaxCount} data points; send them in several requests");
            return errors;
        }

        for (var i = 0; i < Metrics.Count; i++)
        {
            var prefix = IsArray ? $"[{i}]." : "";
            if (Metrics[i] is { } metric)
            {
                metric.Validate(errors, prefix);
            }
            else
            {
                errors.Add($"[{i}]", "must not be null");
            }
        }

        return errors;
    }

    private sealed class OneOrMany : JsonConverter<HealthMetricBatch>
    {
        public override HealthMetricBatch Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.StartArray
                ? new(JsonSerializer.Deserialize<List<HealthMetricFields>>(ref reader, options)!, IsArray: true)
                : new([JsonSerializer.Deserialize<HealthMetricFields>(ref reader, options)!], IsArray: false);

        public override void Write(Utf8JsonWriter writer, HealthMetricBatch value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Metrics, options);
    }
}
