using FitTrack.CentralDb.Api;
using FitTrack.Hosting;

namespace FitTrack.CentralDb.HealthMetrics;

/// <summary>What is to be there of some types on some days, and nothing else.</summary>
/// <param name="UserId">Required.</param>
/// <param name="MetricTypes">Required: what is replaced.</param>
/// <param name="From">Required: the first day, the user's calendar.</param>
/// <param name="To">Required: the last day, inclusive.</param>
/// <param name="Metrics">The data points, of this user and these types; absent and empty leave nothing.</param>
internal sealed record HealthMetricReplacement(
    Guid? UserId, IReadOnlyList<string>? MetricTypes, DateOnly? From, DateOnly? To, IReadOnlyList<HealthMetricFields>? Metrics)
{
    private const int MostDays = 3660;
    private const int MostTypes = 200;

    public FieldErrors Validate()
    {
        var errors = new HealthMetricBatch(Metrics ?? [], IsArray: true).Validate();
        if (UserId is null)
        {
            errors.Add("user_id", Fields.Required);
        }

        if (MetricTypes is not { Count: > 0 and <= MostTypes })
        {
            errors.Add("metric_types", MetricTypes is { Count: > 0 } ? $"must have at most {MostTypes} types" : Fields.Required);
        }

        if (From is not { } from || To is not { } to)
        {
            errors.Add(From is null ? "from" : "to", Fields.Required);
        }
        else if (from > to || to.DayNumber - from.DayNumber >= MostDays || from.Year < 1900 || to.Year > 2200)
        {
            errors.Add("to", $"must not lie before from, and not {MostDays} days or more behind it");
        }

        for (var i = 0; i < Metrics?.Count; i++)
        {
            if (Metrics[i] is { UserId: not null, MetricType: not null } metric && (metric.UserId != UserId || MetricTypes?.Contains(metric.MetricType.Trim()) != true))
            {
                errors.Add($"[{i}]", "must be of the user and of a type that is replaced");
            }
        }

        return errors;
    }
}
