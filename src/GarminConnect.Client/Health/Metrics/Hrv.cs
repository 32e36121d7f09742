namespace GarminConnect.Client.Health;

/// <summary>Variability of the heart rate during sleep (RMSSD). The day is that of waking.</summary>
internal static class Hrv
{
    private static readonly MetricValueType s_lastNight = new("hrv_last_night_average", "ms");
    private static readonly MetricValueType s_highest = new("hrv_last_night_5_min_high", "ms");
    private static readonly MetricValueType s_weekly = new("hrv_weekly_average", "ms");
    private static readonly MetricValueType s_baselineLow = new("hrv_baseline_low_upper", "ms");
    private static readonly MetricValueType s_baselineFrom = new("hrv_baseline_balanced_low", "ms");
    private static readonly MetricValueType s_baselineTo = new("hrv_baseline_balanced_upper", "ms");
    private static readonly MetricValueType s_hrv = new("hrv", "ms");

    public static Metric Daily { get; } = new()
    {
        Name = "hrv",
        Description = "Heart rate variability of the night, of the week, and its baseline; the status is in the details of the night's average",
        Values = [s_lastNight, s_highest, s_weekly, s_baselineLow, s_baselineFrom, s_baselineTo],
    };

    public static Metric Intraday { get; } = new()
    {
        Name = "hrv_intraday",
        Description = "Heart rate variability every five minutes of sleep",
        Detail = MetricDetail.Intraday,
        Values = [s_hrv],
    };

    public static MetricEndpoint Range { get; } = new(
        "hrv_range",
        // 367 were probed.
        365,
        Calls.Get("hrv-service/hrv/daily/{from}/{to}", "the heart rate variability of a range of days"),
        new MetricAnswer(Daily, DayRows.List("hrvSummaries"), Summary("")));

    public static MetricEndpoint Day { get; } = new(
        "hrv_day",
        1,
        Calls.Get("hrv-service/hrv/{day}", "the heart rate variability within a night"),
        new MetricAnswer(Daily, DayRows.OneDay("hrvSummary.calendarDate"), Summary("hrvSummary.")),
        new MetricAnswer(Intraday, DayRows.OneDay("hrvSummary.calendarDate"), new Moments("hrvReadings", "readingTimeGMT", new Field(s_hrv, "hrvValue"))
        {
            Offset = (reading, _) => UtcOffset.Between(reading, "readingTimeGMT", "readingTimeLocal"),
        }));

    private static IReadOnlyList<IValueSource> Summary(string prefix) =>
    [
        new Field(s_lastNight, $"{prefix}lastNightAvg") { Details = RowDetails.Of(("status", $"{prefix}status"), ("feedback", $"{prefix}feedbackPhrase")) },
        new Field(s_highest, $"{prefix}lastNight5MinHigh"),
        new Field(s_weekly, $"{prefix}weeklyAvg"),
        new Field(s_baselineLow, $"{prefix}baseline.lowUpper"),
        new Field(s_baselineFrom, $"{prefix}baseline.balancedLow"),
        new Field(s_baselineTo, $"{prefix}baseline.balancedUpper"),
    ];
}
