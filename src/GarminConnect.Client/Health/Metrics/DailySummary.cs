namespace GarminConnect.Client.Health;

/// <summary>The widest call: most of what belongs to a day.</summary>
internal static class DailySummary
{
    /// <summary>Recorded, but a call per day.</summary>
    public static MetricEndpoint Day { get; } = new(
        "daily_summary_day",
        1,
        Calls.Get("usersummary-service/usersummary/daily/{name}?calendarDate={day}", "the summary of a day"),
        Answers(DayRows.OneDay()));

    /// <summary>Known from clients only; the window is theirs.</summary>
    public static MetricEndpoint GraphQl { get; } = new(
        "daily_summary_graphql",
        28,
        Calls.GraphQl("userDailySummaryV2Scalar", "the summaries of a range of days"),
        Answers(DayRows.GraphQl("userDailySummaryV2Scalar")));

    private static IReadOnlyList<MetricAnswer> Answers(DayRows rows)
    {
        var days = rows with { In = (answer, range) => Visible(rows.In(answer, range)), SyncedUntil = "lastSyncTimestampGMT" };
        return
        [
            new(Steps.Daily, days, Steps.InSummary),
            new(Floors.Daily, days, Floors.InSummary),
            new(Calories.Daily, days, Calories.InSummary),
            new(Activeness.IntensityMinutes, days, Activeness.IntensityInSummary),
            new(Activeness.Time, days, Activeness.TimeInSummary),
            new(HeartRate.Daily, days, HeartRate.InSummary),
            new(Stress.Daily, days, Stress.InSummary),
            new(BodyBattery.Change, days, BodyBattery.ChangeInSummary),
            new(BodyBattery.Levels, days, BodyBattery.LevelsInSummary),
            new(BodyBattery.Events, days, BodyBattery.EventsInSummary),
            new(SpO2.Daily, days, SpO2.InSummary),
            new(Respiration.Daily, days, Respiration.InSummary),
        ];
    }

    // All members are null then, which is not to be taken for a day without data. The name in the address is another athlete's by now, most likely.
    private static FoundRows Visible(FoundRows found) => found.Rows.Any(row => LenientJson.Flag(row.Content, "privacyProtected") == true)
        ? throw new EndpointRefusedException("the daily summary is hidden from this account (privacyProtected)")
        : found;
}
