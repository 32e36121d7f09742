using GarminSync.Web.Api;
using GarminSync.Web.Shown;

namespace GarminSync.Web.CoverageCalendar;

/// <summary>A day of a metric, or of the activities.</summary>
/// <param name="Metric">The metric; null for the activities.</param>
/// <param name="Date">The day, in the athlete's calendar.</param>
/// <param name="State">As the API names it; of activities <c>stored</c>, <c>failed</c> or <c>none</c>.</param>
/// <param name="Text">The state in words.</param>
/// <param name="Reason">Why it failed; null when it did not.</param>
public sealed record Cell(string? Metric, DateOnly Date, string State, string Text, string? Reason)
{
    /// <summary>What the row is called.</summary>
    public string Name => Metric is null ? Texts.KindActivities : Words.MetricName(Metric);

    internal static Cell Of(string? metric, CoverageDay day) => metric is null ? OfActivities(day) : OfMetric(metric, day);

    private static Cell OfMetric(string metric, CoverageDay day)
    {
        var state = day.Metrics.GetValueOrDefault(metric, "never_asked");
        return new Cell(metric, day.Date, state, Words.DayState(state), day.Failures.GetValueOrDefault(metric));
    }

    private static Cell OfActivities(CoverageDay day) => day.Activities switch
    {
        { GivenUp: [var first, ..] failed } => new Cell(null, day.Date, "failed", Texts.ActivitiesFailed.With(failed.Count), first.Reason),
        { Stored: > 0 and var stored } => new Cell(null, day.Date, "stored", (stored == 1 ? Texts.ActivityStored : Texts.ActivitiesStored).With(stored), null),
        _ => new Cell(null, day.Date, "none", Texts.NoActivity, null),
    };
}
