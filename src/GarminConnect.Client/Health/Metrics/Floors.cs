namespace GarminConnect.Client.Health;

internal static class Floors
{
    private static readonly MetricValueType Ascended = new("floors_ascended", "1");
    private static readonly MetricValueType Descended = new("floors_descended", "1");
    private static readonly MetricValueType Goal = new("floors_goal", "1") { IsGoal = true, FromDevice = false };
    private static readonly MetricValueType AscendedInInterval = new("interval_floors_ascended", "1");
    private static readonly MetricValueType DescendedInInterval = new("interval_floors_descended", "1");

    public static Metric Daily { get; } = new() { Name = "floors", Description = "Floors climbed and descended", Values = [Ascended, Descended, Goal] };

    public static Metric Intraday { get; } = new()
    {
        Name = "floors_intraday",
        Description = "Floors per quarter of an hour",
        Detail = MetricDetail.Intraday,
        IsCurve = true,
        Values = [AscendedInInterval, DescendedInInterval],
    };

    public static IReadOnlyList<IValueSource> InSummary { get; } =
        [new Field(Ascended, "floorsAscended"), new Field(Descended, "floorsDescended"), new Field(Goal, "userFloorsAscendedGoal")];

    public static IReadOnlyList<IValueSource> InGraphQl { get; } =
    [
        new Field(Ascended, "movement.floorsAscended.value"), new Field(Descended, "movement.floorsDescended.value"),
        new Field(Goal, "movement.floorsAscended.goal"),
    ];

    public static MetricEndpoint Range { get; } = new(
        "floors_range",
        28,
        EndpointProof.Unverified,
        Calls.Get("usersummary-service/stats/floors/daily/{from}/{to}", "the floors of a range of days"),
        new MetricAnswer(
            Daily,
            DayRows.List(),
            new Field(Ascended, "values.wellnessFloorsAscended"),
            new Field(Descended, "values.wellnessFloorsDescended"),
            new Field(Goal, "values.wellnessUserFloorsAscendedGoal")));

    public static MetricEndpoint Chart { get; } = new(
        "floors_chart",
        1,
        EndpointProof.Seen,
        Calls.Get("wellness-service/wellness/floorsChartData/daily/{day}", "the floors within a day"),
        new MetricAnswer(
            Intraday, DayRows.OneDay(), new Curve(AscendedInInterval, "floorValuesArray", 2), new Curve(DescendedInInterval, "floorValuesArray", 3)));
}
