namespace GarminConnect.Client.Health;

internal static class Respiration
{
    private static readonly MetricValueType s_waking = new("average_waking_respiration", "breaths/min");
    private static readonly MetricValueType s_highest = new("highest_respiration", "breaths/min");
    private static readonly MetricValueType s_lowest = new("lowest_respiration", "breaths/min");
    private static readonly MetricValueType s_respiration = new("respiration", "breaths/min");

    public static Metric Daily { get; } = new()
    {
        Name = "respiration",
        Description = "Breaths a minute: average awake, highest and lowest",
        Values = [s_waking, s_highest, s_lowest],
    };

    public static Metric Intraday { get; } = new()
    {
        Name = "respiration_intraday",
        Description = "Breaths a minute every two minutes",
        Detail = MetricDetail.Intraday,
        Values = [s_respiration],
    };

    // The same names in the daily summary and in the answer about a day.
    public static IReadOnlyList<IValueSource> InSummary { get; } =
        [new Field(s_waking, "avgWakingRespirationValue"), new Field(s_highest, "highestRespirationValue"), new Field(s_lowest, "lowestRespirationValue")];

    public static MetricEndpoint Range { get; } = new(
        "respiration_range",
        31,
        Calls.Get("usersummary-service/stats/respiration/daily/{from}/{to}", "the respiration of a range of days"),
        new MetricAnswer(Daily, DayRows.List(), new Field(s_waking, "avgWakingRespiration")));

    public static MetricEndpoint Day { get; } = new(
        "respiration_day",
        1,
        Calls.Get("wellness-service/wellness/daily/respiration/{day}", "the respiration within a day"),
        new MetricAnswer(Daily, DayRows.OneDay(), InSummary),
        new MetricAnswer(Intraday, DayRows.OneDay(), new Curve(s_respiration, "respirationValuesArray")));
}
