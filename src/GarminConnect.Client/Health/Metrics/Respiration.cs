namespace GarminConnect.Client.Health;

internal static class Respiration
{
    private static readonly MetricValueType Waking = new("average_waking_respiration", "breaths/min");
    private static readonly MetricValueType Highest = new("highest_respiration", "breaths/min");
    private static readonly MetricValueType Lowest = new("lowest_respiration", "breaths/min");
    private static readonly MetricValueType Breaths = new("respiration", "breaths/min");

    public static Metric Daily { get; } = new()
    {
        Name = "respiration",
        Description = "Breaths a minute: average awake, highest and lowest",
        Values = [Waking, Highest, Lowest],
    };

    public static Metric Intraday { get; } = new()
    {
        Name = "respiration_intraday",
        Description = "Breaths a minute every two minutes",
        Detail = MetricDetail.Intraday,
        IsCurve = true,
        Values = [Breaths],
    };

    // The same names in the daily summary and in the answer about a day.
    public static IReadOnlyList<IValueSource> InSummary { get; } =
        [new Field(Waking, "avgWakingRespirationValue"), new Field(Highest, "highestRespirationValue"), new Field(Lowest, "lowestRespirationValue")];

    public static IReadOnlyList<IValueSource> InGraphQl { get; } =
        [new Field(Waking, "respiration.avgValue"), new Field(Highest, "respiration.maxValue"), new Field(Lowest, "respiration.minValue")];

    public static MetricEndpoint Range { get; } = new(
        "respiration_range",
        31,
        EndpointProof.Unverified,
        Calls.Get("usersummary-service/stats/respiration/daily/{from}/{to}", "the respiration of a range of days"),
        new MetricAnswer(Daily, DayRows.List(), new Field(Waking, "avgWakingRespiration")));

    public static MetricEndpoint Day { get; } = new(
        "respiration_day",
        1,
        EndpointProof.Recorded,
        Calls.Get("wellness-service/wellness/daily/respiration/{day}", "the respiration within a day"),
        new MetricAnswer(Daily, DayRows.OneDay(), InSummary),
        new MetricAnswer(Intraday, DayRows.OneDay(), new Curve(Breaths, "respirationValuesArray")));
}
