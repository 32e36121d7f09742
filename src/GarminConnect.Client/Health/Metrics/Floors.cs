namespace GarminConnect.Client.Health;

internal static class Floors
{
    private static readonly MetricValueType s_ascended = new("floors_ascended", "1");
    private static readonly MetricValueType s_descended = new("floors_descended", "1");
    private static readonly MetricValueType s_goal = new("floors_goal", "1");
    private static readonly MetricValueType s_ascendedInInterval = new("interval_floors_ascended", "1");
    private static readonly MetricValueType s_descendedInInterval = new("interval_floors_descended", "1");

    public static Metric Daily { get; } = new() { Name = "floors", Description = "Floors climbed and descended", Values = [s_ascended, s_descended, s_goal] };

    public static Metric Intraday { get; } = new()
    {
        Name = "floors_intraday",
        Description = "Floors per quarter of an hour",
        Detail = MetricDetail.Intraday,
        Values = [s_ascendedInInterval, s_descendedInInterval],
    };

    public static IReadOnlyList<IValueSource> InSummary { get; } =
        [new Field(s_ascended, "floorsAscended"), new Field(s_descended, "floorsDescended"), new Field(s_goal, "userFloorsAscendedGoal")];

    public static MetricEndpoint Range { get; } = new(
        "floors_range",
        28,
        Calls.Get("usersummary-service/stats/floors/daily/{from}/{to}", "the floors of a range of days"),
        new MetricAnswer(
            Daily,
            DayRows.List(),
            new Field(s_ascended, "values.wellnessFloorsAscended"),
            new Field(s_descended, "values.wellnessFloorsDescended"),
            new Field(s_goal, "values.wellnessUserFloorsAscendedGoal")));

    public static MetricEndpoint Chart { get; } = new(
        "floors_chart",
        1,
        Calls.Get("wellness-service/wellness/floorsChartData/daily/{day}", "the floors within a day"),
        new MetricAnswer(
            Intraday, DayRows.OneDay(), new Curve(s_ascendedInInterval, "floorValuesArray", 2), new Curve(s_descendedInInterval, "floorValuesArray", 3)));
}
