namespace GarminConnect.Client.Health;

internal static class HeartRate
{
    private static readonly MetricValueType Resting = new("resting_heart_rate", "bpm");
    private static readonly MetricValueType Min = new("min_heart_rate", "bpm");
    private static readonly MetricValueType Max = new("max_heart_rate", "bpm");
    private static readonly MetricValueType MinAverage = new("min_average_heart_rate", "bpm");
    private static readonly MetricValueType MaxAverage = new("max_average_heart_rate", "bpm");
    private static readonly MetricValueType Rate = new("heart_rate", "bpm");

    public static Metric Daily { get; } = new()
    {
        Name = "heart_rate",
        Description = "Resting, lowest and highest heart rate",
        Values = [Resting, Min, Max],
    };

    /// <summary>Apart from the rest, because the widest call about many days does not have them.</summary>
    public static Metric Averages { get; } = new()
    {
        Name = "heart_rate_averages",
        Description = "Lowest and highest average of the heart rate over some minutes",
        Values = [MinAverage, MaxAverage],
        ServesFor = SlowMetrics.ServesFor,
        LastDays = 28,
    };

    public static Metric Intraday { get; } = new()
    {
        Name = "heart_rate_intraday",
        Description = "Heart rate every two minutes",
        Detail = MetricDetail.Intraday,
        IsCurve = true,
        Values = [Rate],
    };

    public static IReadOnlyList<IValueSource> InSummary { get; } =
    [
        new Field(Resting, "restingHeartRate"), new Field(Min, "minHeartRate"), new Field(Max, "maxHeartRate"),
    ];

    public static IReadOnlyList<IValueSource> AveragesInSummary { get; } = [new Field(MinAverage, "minAvgHeartRate"), new Field(MaxAverage, "maxAvgHeartRate")];

    public static IReadOnlyList<IValueSource> InGraphQl { get; } =
        [new Field(Resting, "heartRate.restingValue"), new Field(Min, "heartRate.minValue"), new Field(Max, "heartRate.maxValue")];

    public static MetricEndpoint Range { get; } = new(
        "heart_rate_range",
        28,
        EndpointProof.Unverified,
        Calls.Get("usersummary-service/stats/heartRate/daily/{from}/{to}", "the heart rates of a range of days"),
        new MetricAnswer(Averages, DayRows.List(), new Field(MinAverage, "values.wellnessMinAvgHR"), new Field(MaxAverage, "values.wellnessMaxAvgHR")),
        new MetricAnswer(Daily, DayRows.List(), new Field(Resting, "values.restingHR")));

    public static MetricEndpoint RestingRange { get; } = new(
        "resting_heart_rate_range",
        // Clients ask for a year; nobody has met the cap.
        366,
        EndpointProof.Unverified,
        Calls.Get("userstats-service/wellness/daily/{name}?fromDate={from}&untilDate={to}&metricId=60", "the resting heart rates of a range of days"),
        new MetricAnswer(Daily, UserStats.Rows("", "WELLNESS_RESTING_HEART_RATE"), new Field(Resting, "WELLNESS_RESTING_HEART_RATE")));

    public static MetricEndpoint Day { get; } = new(
        "heart_rate_day",
        1,
        EndpointProof.Recorded,
        Calls.Get("wellness-service/wellness/dailyHeartRate/{name}?date={day}", "the heart rate within a day"),
        new MetricAnswer(
            Daily, DayRows.OneDay(), new Field(Resting, "restingHeartRate"), new Field(Min, "minHeartRate"), new Field(Max, "maxHeartRate")),
        new MetricAnswer(Intraday, DayRows.OneDay(), new Curve(Rate, "heartRateValues") { Described = ("heartRateValueDescriptors", "heartrate") }));
}
