namespace GarminConnect.Client.Health;

/// <summary>What Garmin tells of a night beyond <see cref="Sleep"/>.</summary>
internal static class SleepDetails
{
    private static readonly MetricValueType Nap = new("nap_duration", "s");
    private static readonly MetricValueType Unmeasurable = new("unmeasurable_sleep", "s");
    private static readonly MetricValueType Awakenings = new("sleep_awake_count", "1");
    private static readonly MetricValueType Restless = new("sleep_restless_moments", "1");
    private static readonly MetricValueType Stress = new("sleep_average_stress", "1");
    private static readonly MetricValueType LowestSpo2 = new("sleep_lowest_spo2", "%");
    private static readonly MetricValueType HighestSpo2 = new("sleep_highest_spo2", "%");
    private static readonly MetricValueType LowestRespiration = new("sleep_lowest_respiration", "breaths/min");
    private static readonly MetricValueType HighestRespiration = new("sleep_highest_respiration", "breaths/min");
    private static readonly MetricValueType Stage = new("sleep_stage", "1") { Highest = 3 };

    public static Metric Night { get; } = new()
    {
        Name = "sleep_details",
        Description = "Naps, awakenings, stress, and the extremes of blood oxygen and respiration",
        Detail = MetricDetail.Intraday,
        Values =
        [
            Nap, Unmeasurable, Awakenings, Stress, LowestSpo2, HighestSpo2, LowestRespiration, HighestRespiration,
        ],
    };

    /// <summary>Apart from the rest, because only the call per day has it.</summary>
    public static Metric Restlessness { get; } = new()
    {
        Name = "sleep_restless_moments",
        Description = "Restless moments of the night",
        Detail = MetricDetail.Intraday,
        Values = [Restless],
    };

    public static Metric Stages { get; } = new()
    {
        Name = "sleep_stages_intraday",
        Description = "Stages of sleep, each from its start: 0 deep, 1 light, 2 REM, 3 awake; the end is in the details",
        Detail = MetricDetail.Intraday,
        IsCurve = true,
        Values = [Stage],
    };

    public static MetricEndpoint Day { get; } = new(
        "sleep_day",
        1,
        EndpointProof.Recorded,
        Calls.Get("sleep-service/sleep/dailySleepData?date={day}", "the sleep of a night"),
        new MetricAnswer(Sleep.Daily, DayRows.OneDay("dailySleepDTO.calendarDate"), Sleep.InDay),
        new MetricAnswer(Night, DayRows.OneDay("dailySleepDTO.calendarDate"), OfNight("dailySleepDTO.")),
        new MetricAnswer(Restlessness, DayRows.OneDay("dailySleepDTO.calendarDate"), new Field(Restless, "restlessMomentsCount")),
        new MetricAnswer(Stages, DayRows.OneDay("dailySleepDTO.calendarDate"), new Moments("sleepLevels", "startGMT", new Field(Stage, "activityLevel"))
        {
            Details = RowDetails.Until("endGMT"),
            Offset = (_, night) => UtcOffset.Between(
                night,
                "dailySleepDTO.sleepStartTimestampGMT",
                "dailySleepDTO.sleepStartTimestampLocal",
                "dailySleepDTO.sleepEndTimestampGMT",
                "dailySleepDTO.sleepEndTimestampLocal"),
        }));

    /// <summary>The nights of a month in one answer, without what Garmin keeps beside the <c>dailySleepDTO</c>.</summary>
    public static MetricEndpoint GraphQl { get; } = new(
        "sleep_graphql",
        31,
        EndpointProof.Seen,
        Calls.GraphQl("sleepSummariesScalar", "the nights of a range of days"),
        new MetricAnswer(Night, DayRows.GraphQl("sleepSummariesScalar"), OfNight("")),
        new MetricAnswer(Sleep.Daily, DayRows.GraphQl("sleepSummariesScalar"), Sleep.InNight("")));

    private static IReadOnlyList<IValueSource> OfNight(string prefix) =>
    [
        new Field(Nap, $"{prefix}napTimeSeconds"),
        new Field(Unmeasurable, $"{prefix}unmeasurableSleepSeconds"),
        new Field(Awakenings, $"{prefix}awakeCount"),
        new Field(Stress, $"{prefix}avgSleepStress"),
        new Field(LowestSpo2, $"{prefix}lowestSpO2Value"),
        new Field(HighestSpo2, $"{prefix}highestSpO2Value"),
        new Field(LowestRespiration, $"{prefix}lowestRespirationValue"),
        new Field(HighestRespiration, $"{prefix}highestRespirationValue"),
    ];
}
