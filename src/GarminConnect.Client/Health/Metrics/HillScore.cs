namespace GarminConnect.Client.Health;

internal static class HillScore
{
    private static readonly MetricValueType s_overall = new("hill_score", "1");
    private static readonly MetricValueType s_strength = new("hill_strength_score", "1");
    private static readonly MetricValueType s_endurance = new("hill_endurance_score", "1");

    private static readonly IReadOnlyList<IValueSource> s_fields =
        [new Field(s_overall, "overallScore"), new Field(s_strength, "strengthScore"), new Field(s_endurance, "enduranceScore")];

    public static Metric Daily { get; } = new()
    {
        Name = "hill_score",
        Description = "Hill score (0 to 100), and its parts strength and endurance",
        Values = [s_overall, s_strength, s_endurance],
        ServesFor = SlowMetrics.ServesFor,
    };

    public static MetricEndpoint Range { get; } = new(
        "hill_score_range",
        // Its cap is unknown; its sister, endurance, was answered for 84 days.
        84,
        Calls.Get("metrics-service/metrics/hillscore/stats?startDate={from}&endDate={to}&aggregation=daily", "the hill scores of a range of days"),
        new MetricAnswer(Daily, DayRows.List("hillScoreDTOList"), s_fields));

    public static MetricEndpoint Day { get; } = new(
        "hill_score_day",
        1,
        Calls.Get("metrics-service/metrics/hillscore?calendarDate={day}", "the hill score of a day"),
        new MetricAnswer(Daily, DayRows.Latest(), s_fields));
}
