namespace GarminConnect.Client.Health;

/// <summary>The widest calls: most of what belongs to a day.</summary>
internal static class DailySummary
{
    private const string Scalar = "userDailySummaryV2Scalar";

    /// <summary>Recorded, but a call per day.</summary>
    public static MetricEndpoint Day { get; } = new(
        "daily_summary_day",
        1,
        EndpointProof.Recorded,
        Calls.Get("usersummary-service/usersummary/daily/{name}?calendarDate={day}", "the summary of a day"),
        Answers(DayRows.OneDay()));

    /// <summary>
    /// Another shape than that of <see cref="Day"/>: groups, times in milliseconds, and members left out instead of null. It lacks the time split of the day, the averages
    /// of heart rate, body battery at waking, and when the device synchronised.
    /// </summary>
    public static MetricEndpoint GraphQl { get; } = new(
        "daily_summary_graphql",
        // One client asks for so many.
        365,
        EndpointProof.Seen,
        Calls.GraphQl(Scalar, "the summaries of a range of days"),
        GraphQlAnswers(DayRows.GraphQl(Scalar, inside: "data")));

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
            new(HeartRate.Averages, days, HeartRate.AveragesInSummary),
            new(Stress.Daily, days, Stress.InSummary),
            new(BodyBattery.Change, days, BodyBattery.ChangeInSummary),
            new(BodyBattery.Levels, days, BodyBattery.LevelsInSummary),
            new(BodyBattery.AtWaking, days, BodyBattery.AtWakingInSummary),
            new(BodyBattery.Events, days, BodyBattery.EventsInSummary),
            new(SpO2.Daily, days, SpO2.InSummary),
            new(Respiration.Daily, days, Respiration.InSummary),
        ];
    }

    private static IReadOnlyList<MetricAnswer> GraphQlAnswers(DayRows days) =>
    [
        new(Steps.Daily, days, Steps.InGraphQl),
        new(Floors.Daily, days, Floors.InGraphQl),
        new(Calories.Daily, days, Calories.InGraphQl),
        new(Activeness.IntensityMinutes, days, Activeness.IntensityInGraphQl),
        new(HeartRate.Daily, days, HeartRate.InGraphQl),
        new(Stress.Daily, days, Stress.InGraphQl),
        new(BodyBattery.Change, days, BodyBattery.ChangeInGraphQl),
        new(BodyBattery.Levels, days, BodyBattery.LevelsInGraphQl),
        new(BodyBattery.Events, days, BodyBattery.EventsInGraphQl),
        new(SpO2.Daily, days, SpO2.InGraphQl),
        new(Respiration.Daily, days, Respiration.InGraphQl),
        new(Hydration.Daily, days, Hydration.InGraphQl),
    ];

    // All members are null then, which is not to be taken for a day without data. The name in the address is another athlete's by now, most likely.
    private static FoundRows Visible(FoundRows found) => found.Rows.Any(row => LenientJson.Flag(row.Content, "privacyProtected") == true)
        ? throw new EndpointRefusedException("the daily summary is hidden from this account (privacyProtected)")
        : found;
}
