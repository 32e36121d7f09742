using System.Globalization;
using GarminSync.Contracts;

namespace GarminSync.Gateway.HealthMetrics;

/// <summary>What is known of each health metric of an account, day by day.</summary>
/// <param name="UserId">CentralDB's id of the user.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Days">All days from first to last.</param>
internal sealed record CoverageAnswer(string UserId, string From, string To, IReadOnlyList<CoverageDayAnswer> Days)
{
    public static CoverageAnswer Of(Coverage coverage)
    {
        var spans = coverage.Spans.Select(span => (Span: span, From: Day(span.From), To: Day(span.To))).ToList();
        var (first, last) = (Day(coverage.From), Day(coverage.To));
        return new CoverageAnswer(
            coverage.UserId,
            coverage.From,
            coverage.To,
            [.. Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1)
                .Select(DateOnly.FromDayNumber)
                .Select(day => CoverageDayAnswer.Of(day, [.. spans.Where(span => day >= span.From && day <= span.To).Select(span => span.Span)]))]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
