namespace GarminConnect.Client.Health;

internal static class HeartRate
{
    private static readonly MetricValueType s_resting = new("resting_heart_rate", "bpm");
    private static readonly MetricValueType s_min = new("min_heart_rate", "bpm");
    private static readonly MetricValueType s_max = new("max_heart_rate", "bpm");
    private static readonly MetricValueType s_minAverage = new("min_average_heart_rate", "bpm");
    private static readonly MetricValueType s_maxAverage = new("max_average_heart_rate", "bpm");
    private static readonly MetricValueType s_heartRate = new("heart_rate", "bpm");

    public static Metric Daily { get; } = new()
    {
        Name = "heart_rate",
        Description = "Resting, lowest and highest heart rate; the averages are over some minutes",
        Values = [s_resting, s_min, s_max, s_minAverage, s_maxAverage],
    };

    public static Metric Intraday { get; } = new()
    {
        Name = "heart_rate_intraday",
        Description = "Heart rate every two minutes",
        Detail = MetricDetail.Intraday,
        Values = [s_heartRate],
    };

    public static IReadOnlyList<IValueSource> InSummary { get; } =
    [
        new Field(s_resting, "restingHeartRate"), new Field(s_min, "minHeartRate"), new Field(s_max, "maxHeartRate"),
        new Field(s_minAverage, "minAvgHeartRate"), new Field(s_maxAverage, "maxAvgHeartRate"),
    ];

    public static MetricEndpoint Range { get; } = new(
        "heart_rate_range",
        28,
        Calls.Get("usersummary-service/stats/heartRate/daily/{from}/{to}", "the heart rates of a range of days"),
        new MetricAnswer(
            Daily,
            DayRows.List(),
            new Field(s_resting, "values.restingHR"),
            new Field(s_minAverage, "values.wellnessMinAvgHR"),
            new Field(s_maxAverage, "values.wellnessMaxAvgHR")));

    public static MetricEndpoint RestingRange { get; } = new(
        "resting_heart_rate_range",
        // Clients ask for a year; nobody has met the cap.
        365,
        Calls.Get("userstats-service/wellness/daily/{name}?fromDate={from}&untilDate={to}&metricId=60", "the resting heart rates of a range of days"),
        new MetricAnswer(Daily, UserStats.Rows("", "WELLNESS_RESTING_HEART_RATE"), new Field(s_resting, "WELLNESS_RESTING_HEART_RATE")));

    public static MetricEndpoint Day { get; } = new(
        "heart_rate_day",
        1,
        Calls.Get("wellness-service/wellness/dailyHeartRate/{name}?date={day}", "the heart rate within a day"),
        new MetricAnswer(
            Daily, DayRows.OneDay(), new Field(s_resting, "restingHeartRate"), new Field(s_min, "minHeartRate"), new Field(s_max, "maxHeartRate")),
        new MetricAnswer(Intraday, DayRows.OneDay(), new Curve(s_heartRate, "heartRateValues") { Described = ("heartRateValueDescriptors", "heartrate") }));
}
