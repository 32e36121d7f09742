using System.Text.Json.Serialization;
using FitTrack.CentralDb.Api;
using FitTrack.Hosting;

namespace FitTrack.CentralDb.HealthMetrics;

/// <summary>A data point to store.</summary>
/// <param name="UserId">Required.</param>
/// <param name="MetricType">Required, such as <c>resting_heart_rate</c>.</param>
/// <param name="Timestamp">When it was measured. This or <paramref name="Date"/> is required; with both, the timestamp counts.</param>
/// <param name="Date">The day that it is of, for a value of a whole day.</param>
/// <param name="Value">Required; a number.</param>
/// <param name="Unit">May be absent.</param>
/// <param name="Details">Any JSON.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record HealthMetricFields(
    Guid? UserId,
    string? MetricType,
    DateTimeOffset? Timestamp,
    DateOnly? Date,
    double? Value,
    string? Unit,
    [property: JsonConverter(typeof(RawJson))] string? Details,
    string? Source)
{
    public HealthMetricKey Key =>
        new(UserId!.Value, MetricType!.Trim(), Timestamp ?? Fields.StartOf(Date!.Value), Daily: Timestamp is null);

    /// <summary>Notes what is wrong with it.</summary>
    /// <param name="errors">Where errors go.</param>
    /// <param name="prefix">Before the field's name, such as <c>[3].</c> in an array.</param>
    public void Validate(FieldErrors errors, string prefix)
    {
        if (UserId is null)
        {
            errors.Add(prefix + "user_id", Fields.Required);
        }

        if (Fields.Text(errors, prefix + "metric_type", MetricType, 100) is null)
        {
            errors.Add(prefix + "metric_type", Fields.Required);
        }

        if (Timestamp is null && Date is null)
        {
            errors.Add(prefix + "timestamp", "is required, or date for a value of a whole day");
        }

        if (Value is not { } value || !double.IsFinite(value))
        {
            errors.Add(prefix + "value", Value is null ? Fields.Required : "must be a finite number");
        }

        Fields.Text(errors, prefix + "unit", Unit, 50);
        Fields.Text(errors, prefix + "source", Source, 200);
    }
}
