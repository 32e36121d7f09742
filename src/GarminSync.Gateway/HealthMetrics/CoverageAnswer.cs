using System.Globalization;
using GarminSync.Contracts;

namespace GarminSync.Gateway.HealthMetrics;

/// <summary>What is known of the health metrics and activities of an account, day by day.</summary>
/// <param name="UserId">CentralDB's id of the user.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Days">All days from first to last.</param>
/// <param name="ActivitiesWithoutDay">Activities of which Garmin does not tell when they were.</param>
internal sealed record CoverageAnswer(string UserId, string From, string To, IReadOnlyList<CoverageDayAnswer> Days, ActivityCoverageAnswer ActivitiesWithoutDay)
{
    public static CoverageAnswer Of(Coverage coverage)
    {
        var spans = coverage.Spans.Select(span => (Span: span, From: Day(span.From), To: Day(span.To))).ToList();
        var activities = (coverage.Activities ?? []).ToLookup(day => day.Date);
        var (first, last) = (Day(coverage.From), Day(coverage.To));
        return new CoverageAnswer(
            coverage.UserId,
            coverage.From,
            coverage.To,
            [.. Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1)
                .Select(DateOnly.FromDayNumber)
                .Select(day => CoverageDayAnswer.Of(
                    day,
                    [.. spans.Where(span => day >= span.From && day <= span.To).Select(span => span.Span)],
                    activities[$"{day:yyyy-MM-dd}"].FirstOrDefault()))],
            ActivityCoverageAnswer.Of(activities[null].FirstOrDefault()));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
