namespace GarminConnect.Client.Health;

/// <summary>What Garmin tells of a night only in the call per day.</summary>
internal static class SleepDetails
{
    private static readonly MetricValueType s_nap = new("nap_duration", "s");
    private static readonly MetricValueType s_unmeasurable = new("unmeasurable_sleep", "s");
    private static readonly MetricValueType s_awakenings = new("sleep_awake_count", "1");
    private static readonly MetricValueType s_restless = new("sleep_restless_moments", "1");
    private static readonly MetricValueType s_stress = new("sleep_average_stress", "1");
    private static readonly MetricValueType s_lowestSpo2 = new("sleep_lowest_spo2", "%");
    private static readonly MetricValueType s_highestSpo2 = new("sleep_highest_spo2", "%");
    private static readonly MetricValueType s_lowestRespiration = new("sleep_lowest_respiration", "breaths/min");
    private static readonly MetricValueType s_highestRespiration = new("sleep_highest_respiration", "breaths/min");
    private static readonly MetricValueType s_stage = new("sleep_stage", "1") { Highest = 3 };

    public static Metric Night { get; } = new()
    {
        Name = "sleep_details",
        Description = "Naps, awakenings, restlessness, stress, and the extremes of blood oxygen and respiration",
        Detail = MetricDetail.Intraday,
        Values =
        [
            s_nap, s_unmeasurable, s_awakenings, s_restless, s_stress, s_lowestSpo2, s_highestSpo2, s_lowestRespiration, s_highestRespiration,
        ],
    };

    public static Metric Stages { get; } = new()
    {
        Name = "sleep_stages_intraday",
        Description = "Stages of sleep, each from its start: 0 deep, 1 light, 2 REM, 3 awake; the end is in the details",
        Detail = MetricDetail.Intraday,
        Values = [s_stage],
    };

    public static MetricEndpoint Day { get; } = new(
        "sleep_day",
        1,
        Calls.Get("sleep-service/sleep/dailySleepData?date={day}", "the sleep of a night"),
        new MetricAnswer(Sleep.Daily, DayRows.OneDay("dailySleepDTO.calendarDate"), Sleep.InDay),
        new MetricAnswer(
            Night,
            DayRows.OneDay("dailySleepDTO.calendarDate"),
            new Field(s_nap, "dailySleepDTO.napTimeSeconds"),
            new Field(s_unmeasurable, "dailySleepDTO.unmeasurableSleepSeconds"),
            new Field(s_awakenings, "dailySleepDTO.awakeCount"),
            new Field(s_restless, "restlessMomentsCount"),
            new Field(s_stress, "dailySleepDTO.avgSleepStress"),
            new Field(s_lowestSpo2, "dailySleepDTO.lowestSpO2Value"),
            new Field(s_highestSpo2, "dailySleepDTO.highestSpO2Value"),
            new Field(s_lowestRespiration, "dailySleepDTO.lowestRespirationValue"),
            new Field(s_highestRespiration, "dailySleepDTO.highestRespirationValue")),
        new MetricAnswer(Stages, DayRows.OneDay("dailySleepDTO.calendarDate"), new Moments("sleepLevels", "startGMT", new Field(s_stage, "activityLevel"))
        {
            Details = RowDetails.Of(("end", "endGMT")),
            Offset = (_, night) => UtcOffset.Between(
                night,
                "dailySleepDTO.sleepStartTimestampGMT",
                "dailySleepDTO.sleepStartTimestampLocal",
                "dailySleepDTO.sleepEndTimestampGMT",
                "dailySleepDTO.sleepEndTimestampLocal"),
        }));
}
