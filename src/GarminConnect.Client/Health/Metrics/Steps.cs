namespace GarminConnect.Client.Health;

internal static class Steps
{
    private static readonly MetricValueType s_steps = new("steps", "1");
    private static readonly MetricValueType s_goal = new("step_goal", "1");
    private static readonly MetricValueType s_distance = new("distance", "m");
    private static readonly MetricValueType s_inInterval = new("interval_steps", "1");

    public static Metric Daily { get; } = new()
    {
        Name = "steps",
        Description = "Steps, their goal and the distance walked",
        Values = [s_steps, s_goal, s_distance],
    };

    public static Metric Intraday { get; } = new()
    {
        Name = "steps_intraday",
        Description = "Steps per quarter of an hour",
        Detail = MetricDetail.Intraday,
        Values = [s_inInterval],
    };

    public static IReadOnlyList<IValueSource> InSummary { get; } =
        [new Field(s_steps, "totalSteps"), new Field(s_goal, "dailyStepGoal"), new Field(s_distance, "totalDistanceMeters")];

    public static MetricEndpoint Range { get; } = new(
        "steps_range",
        28,
        Calls.Get("usersummary-service/stats/steps/daily/{from}/{to}", "the steps of a range of days"),
        new MetricAnswer(Daily, DayRows.List(), new Field(s_steps, "totalSteps"), new Field(s_goal, "stepGoal"), new Field(s_distance, "totalDistance")));

    public static MetricEndpoint Chart { get; } = new(
        "steps_chart",
        1,
        Calls.Get("wellness-service/wellness/dailySummaryChart/{name}?date={day}", "the steps within a day"),
        new MetricAnswer(Intraday, DayRows.ListOfOneDay(), new Moments("", "startGMT", new Field(s_inInterval, "steps"))
        {
            // Without the watch on, and in days that Garmin has put away, there are intervals of 0 steps and of no activity: not measured.
            Where = interval => LenientJson.Number(interval, "steps") is not 0 || LenientJson.Text(interval, "primaryActivityLevel") != "none",
            Details = RowDetails.Of(("end", "endGMT"), ("activity_level", "primaryActivityLevel")),
        }));
}
