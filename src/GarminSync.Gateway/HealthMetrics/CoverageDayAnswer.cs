using GarminSync.Contracts;

namespace GarminSync.Gateway.HealthMetrics;

/// <summary>What is known of one day.</summary>
/// <param name="Date">The day, the athlete's calendar.</param>
/// <param name="Metrics">For each metric <c>stored</c>, <c>provisional</c>, <c>empty</c>, <c>failed</c> or <c>never_asked</c>.</param>
/// <param name="Failures">Why those failed that did.</param>
/// <param name="Activities">Its activities.</param>
internal sealed record CoverageDayAnswer(
    DateOnly Date, IReadOnlyDictionary<string, string> Metrics, IReadOnlyDictionary<string, string> Failures, ActivityCoverageAnswer Activities)
{
    public static CoverageDayAnswer Of(DateOnly date, IReadOnlyList<CoverageSpan> spans, ActivityCoverageDay? activities) => new(
        date,
        spans.ToDictionary(span => span.Metric, span => span.State, StringComparer.Ordinal),
        spans.Where(span => span.Reason is not null).ToDictionary(span => span.Metric, span => span.Reason!, StringComparer.Ordinal),
        ActivityCoverageAnswer.Of(activities));
}
