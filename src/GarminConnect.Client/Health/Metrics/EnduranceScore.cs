using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <remarks>
/// Over a range Garmin gives this score only by weeks, counted back from the last day of the range. If that day were any, the same week would come out
/// differently each time. So the range is stretched to a Sunday, which makes every week one from Monday to Sunday; its values belong to its Monday,
/// and the other days of the week have none. The score of a day is a call per day: it is asked for today only.
/// </remarks>
internal static class EnduranceScore
{
    // 84 days were answered; the stretching may add 6.
    private const int MaxDays = 84 - 6;

    private static readonly Func<string, DayRange, GarminCall> Weeks = Calls.Get(
        "metrics-service/metrics/endurancescore/stats?startDate={from}&endDate={to}&aggregation=weekly", "the endurance scores of a range of weeks");

    private static readonly MetricValueType Score = new("endurance_score", "1") { FromDevice = false };
    private static readonly MetricValueType WeekAverage = new("endurance_score_week_average", "1") { FromDevice = false };
    private static readonly MetricValueType WeekMax = new("endurance_score_week_max", "1") { FromDevice = false };

    public static Metric Latest { get; } = new()
    {
        Name = "endurance_score",
        Description = "Endurance score of the day",
        Values = [Score],
        ServesFor = SlowMetrics.ServesFor,
        OnlyLatest = true,
    };

    public static Metric Weekly { get; } = new()
    {
        Name = "endurance_score_weekly",
        Description = "Average and highest endurance score of a week, noted on its Monday",
        Values = [WeekAverage, WeekMax],
        // The week has to be over first.
        SettlesAfterDays = 10,
        ServesFor = SlowMetrics.ServesFor,
    };

    public static MetricEndpoint Day { get; } = new(
        "endurance_score_day",
        1,
        EndpointProof.Recorded,
        Calls.Get("metrics-service/metrics/endurancescore?calendarDate={day}", "the endurance score of a day"),
        new MetricAnswer(Latest, DayRows.Latest(), new Field(Score, "overallScore") { Details = RowDetails.Of(("classification", "classification")) }));

    public static MetricEndpoint WeeklyRange { get; } = new(
        "endurance_score_weekly_range",
        MaxDays,
        EndpointProof.Shape,
        (displayName, range) => Weeks(displayName, range with { To = SundayOf(range.To) }),
        new MetricAnswer(
            Weekly, new DayRows((answer, _) => Mondays(answer)), new Field(WeekAverage, "groupAverage"), new Field(WeekMax, "groupMax")));

    private static DateOnly SundayOf(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);

    private static FoundRows Mondays(JsonElement answer)
    {
        if (Answer.Part(answer, "groupMap", JsonValueKind.Object) is not { } weeks)
        {
            return FoundRows.None;
        }

        return weeks.ValueKind == JsonValueKind.Object
            ? FoundRows.Of(LenientJson.Members(weeks).Select(week => (AnswerTime.Day(week.Name), week.Value)), "start of the week")
            : FoundRows.Unreadable("groupMap is not an object");
    }
}
