namespace GarminConnect.Client.Health;

/// <summary>Variability of the heart rate during sleep (RMSSD). The day is that of waking.</summary>
internal static class Hrv
{
    private static readonly MetricValueType LastNight = new("hrv_last_night_average", "ms");
    private static readonly MetricValueType Highest = new("hrv_last_night_5_min_high", "ms");
    private static readonly MetricValueType Weekly = new("hrv_weekly_average", "ms") { FromDevice = false };
    private static readonly MetricValueType BaselineLow = new("hrv_baseline_low_upper", "ms") { FromDevice = false };
    private static readonly MetricValueType BaselineFrom = new("hrv_baseline_balanced_low", "ms") { FromDevice = false };
    private static readonly MetricValueType BaselineTo = new("hrv_baseline_balanced_upper", "ms") { FromDevice = false };
    private static readonly MetricValueType Reading = new("hrv", "ms");

    public static Metric Daily { get; } = new()
    {
        Name = "hrv",
        Description = "Heart rate variability of the night, of the week, and its baseline; the status is in the details of the night's average",
        Values = [LastNight, Highest, Weekly, BaselineLow, BaselineFrom, BaselineTo],
    };

    public static Metric Intraday { get; } = new()
    {
        Name = "hrv_intraday",
        Description = "Heart rate variability every five minutes of sleep",
        Detail = MetricDetail.Intraday,
        IsCurve = true,
        Values = [Reading],
    };

    public static MetricEndpoint Range { get; } = new(
        "hrv_range",
        // 367 were probed.
        366,
        EndpointProof.Recorded,
        Calls.Get("hrv-service/hrv/daily/{from}/{to}", "the heart rate variability of a range of days"),
        new MetricAnswer(Daily, DayRows.List("hrvSummaries"), Summary("")));

    public static MetricEndpoint Day { get; } = new(
        "hrv_day",
        1,
        EndpointProof.Recorded,
        Calls.Get("hrv-service/hrv/{day}", "the heart rate variability within a night"),
        new MetricAnswer(Daily, DayRows.OneDay("hrvSummary.calendarDate"), Summary("hrvSummary.")),
        new MetricAnswer(Intraday, DayRows.OneDay("hrvSummary.calendarDate"), new Moments("hrvReadings", "readingTimeGMT", new Field(Reading, "hrvValue"))
        {
            Offset = (reading, _) => UtcOffset.Between(reading, "readingTimeGMT", "readingTimeLocal"),
        }));

    private static IReadOnlyList<IValueSource> Summary(string prefix) =>
    [
        new Field(LastNight, $"{prefix}lastNightAvg") { Details = RowDetails.Of(("status", $"{prefix}status"), ("feedback", $"{prefix}feedbackPhrase")) },
        new Field(Highest, $"{prefix}lastNight5MinHigh"),
        new Field(Weekly, $"{prefix}weeklyAvg"),
        new Field(BaselineLow, $"{prefix}baseline.lowUpper"),
        new Field(BaselineFrom, $"{prefix}baseline.balancedLow"),
        new Field(BaselineTo, $"{prefix}baseline.balancedUpper"),
    ];
}
