namespace GarminConnect.Client.Health;

internal static class HillScore
{
    private static readonly MetricValueType Overall = new("hill_score", "1") { FromDevice = false };
    private static readonly MetricValueType Strength = new("hill_strength_score", "1") { FromDevice = false };
    private static readonly MetricValueType Endurance = new("hill_endurance_score", "1") { FromDevice = false };

    private static readonly IReadOnlyList<IValueSource> Fields =
        [new Field(Overall, "overallScore"), new Field(Strength, "strengthScore"), new Field(Endurance, "enduranceScore")];

    public static Metric Daily { get; } = new()
    {
        Name = "hill_score",
        Description = "Hill score (0 to 100), and its parts strength and endurance",
        Values = [Overall, Strength, Endurance],
        ServesFor = SlowMetrics.ServesFor,
    };

    public static MetricEndpoint Range { get; } = new(
        "hill_score_range",
        // A month was answered; its cap is unknown.
        366,
        EndpointProof.Shape,
        Calls.Get("metrics-service/metrics/hillscore/stats?startDate={from}&endDate={to}&aggregation=daily", "the hill scores of a range of days"),
        new MetricAnswer(Daily, DayRows.List("hillScoreDTOList"), Fields));

    public static MetricEndpoint Day { get; } = new(
        "hill_score_day",
        1,
        EndpointProof.Recorded,
        Calls.Get("metrics-service/metrics/hillscore?calendarDate={day}", "the hill score of a day"),
        new MetricAnswer(Daily, DayRows.Latest(), Fields));
}
