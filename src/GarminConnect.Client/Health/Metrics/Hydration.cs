namespace GarminConnect.Client.Health;

internal static class Hydration
{
    private static readonly MetricValueType Intake = new("hydration", "ml") { FromDevice = false };
    private static readonly MetricValueType Goal = new("hydration_goal", "ml") { IsGoal = true, FromDevice = false };
    private static readonly MetricValueType SweatVolume = new("sweat_loss", "ml");
    private static readonly MetricValueType ActivityIntake = new("activity_intake", "ml") { FromDevice = false };

    public static Metric Daily { get; } = new()
    {
        Name = "hydration",
        Description = "Water drunk, as the athlete noted it, and its goal",
        Values = [Intake, Goal],
        SettlesAfterDays = 7,
    };

    /// <summary>Apart from the rest, because only the call per day has it.</summary>
    public static Metric SweatLoss { get; } = new()
    {
        Name = "sweat_loss",
        Description = "Sweat lost, and water drunk, during activities",
        Detail = MetricDetail.Intraday,
        Values = [SweatVolume, ActivityIntake],
        SettlesAfterDays = 7,
    };

    public static IReadOnlyList<IValueSource> InGraphQl { get; } =
    [
        new Field(Intake, "hydration.consumedInFractionalMl") { Or = "hydration.consumedInMl" },
        new Field(Goal, "hydration.goalInFractionalMl") { Or = "hydration.goalInMl" },
    ];

    public static MetricEndpoint Range { get; } = new(
        "hydration_range",
        28,
        EndpointProof.Seen,
        Calls.Get("usersummary-service/stats/hydration/daily/{from}/{to}", "the hydration of a range of days"),
        new MetricAnswer(Daily, DayRows.List(), new Field(Intake, "valueInML"), new Field(Goal, "goalInML")));

    public static MetricEndpoint Day { get; } = new(
        "hydration_day",
        1,
        EndpointProof.Shape,
        Calls.Get("usersummary-service/usersummary/hydration/daily/{day}", "the hydration of a day"),
        new MetricAnswer(Daily, DayRows.OneDay(), new Field(Intake, "valueInML"), new Field(Goal, "goalInML")),
        new MetricAnswer(SweatLoss, DayRows.OneDay(), new Field(SweatVolume, "sweatLossInML"), new Field(ActivityIntake, "activityIntakeInML")));
}
