namespace GarminConnect.Client.Health;

internal static class Steps
{
    private static readonly MetricValueType Count = new("steps", "1");
    private static readonly MetricValueType Goal = new("step_goal", "1") { IsGoal = true, FromDevice = false };
    private static readonly MetricValueType Distance = new("distance", "m");
    private static readonly MetricValueType InInterval = new("interval_steps", "1");

    public static Metric Daily { get; } = new()
    {
        Name = "steps",
        Description = "Steps, their goal and the distance walked",
        Values = [Count, Goal, Distance],
    };

    public static Metric Intraday { get; } = new()
    {
        Name = "steps_intraday",
        Description = "Steps per quarter of an hour",
        Detail = MetricDetail.Intraday,
        IsCurve = true,
        Values = [InInterval],
    };

    public static IReadOnlyList<IValueSource> InSummary { get; } =
        [new Field(Count, "totalSteps"), new Field(Goal, "dailyStepGoal"), new Field(Distance, "totalDistanceMeters")];

    public static IReadOnlyList<IValueSource> InGraphQl { get; } =
        [new Field(Count, "movement.steps.value"), new Field(Goal, "movement.steps.goal"), new Field(Distance, "movement.steps.distanceInMeters")];

    public static MetricEndpoint Range { get; } = new(
        "steps_range",
        28,
        EndpointProof.Recorded,
        Calls.Get("usersummary-service/stats/steps/daily/{from}/{to}", "the steps of a range of days"),
        new MetricAnswer(Daily, DayRows.List(), new Field(Count, "totalSteps"), new Field(Goal, "stepGoal"), new Field(Distance, "totalDistance")));

    public static MetricEndpoint Chart { get; } = new(
        "steps_chart",
        1,
        EndpointProof.Recorded,
        Calls.Get("wellness-service/wellness/dailySummaryChart/{name}?date={day}", "the steps within a day"),
        new MetricAnswer(Intraday, DayRows.ListOfOneDay(), new Moments("", "startGMT", new Field(InInterval, "steps"))
        {
            // Without the watch on, and in days that Garmin has put away, there are intervals of 0 steps and of no activity: not measured.
            Where = interval => LenientJson.Number(interval, "steps") is not 0 || LenientJson.Text(interval, "primaryActivityLevel") != "none",
            Details = RowDetails.Until("endGMT", ("activity_level", "primaryActivityLevel")),
        }));
}
