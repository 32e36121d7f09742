namespace GarminConnect.Client.Health;

internal static class Stress
{
    private static readonly MetricValueType s_average = new("average_stress", "1");
    private static readonly MetricValueType s_max = new("max_stress", "1");
    private static readonly MetricValueType s_rest = new("rest_stress_duration", "s");
    private static readonly MetricValueType s_low = new("low_stress_duration", "s");
    private static readonly MetricValueType s_medium = new("medium_stress_duration", "s");
    private static readonly MetricValueType s_high = new("high_stress_duration", "s");
    private static readonly MetricValueType s_activity = new("activity_stress_duration", "s");
    private static readonly MetricValueType s_uncategorized = new("uncategorized_stress_duration", "s");
    private static readonly MetricValueType s_stress = new("stress", "1") { Highest = 100 };

    public static Metric Daily { get; } = new()
    {
        Name = "stress",
        Description = "Average and highest stress (0 to 100), and how long it was at rest, low, medium and high",
        Values = [s_average, s_max, s_rest, s_low, s_medium, s_high, s_activity, s_uncategorized],
    };

    public static Metric Intraday { get; } = new()
    {
        Name = "stress_intraday",
        Description = "Stress (0 to 100) every three minutes",
        Detail = MetricDetail.Intraday,
        Values = [s_stress],
    };

    public static IReadOnlyList<IValueSource> InSummary { get; } =
    [
        new Field(s_average, "averageStressLevel"), new Field(s_max, "maxStressLevel"), new Field(s_rest, "restStressDuration"),
        new Field(s_low, "lowStressDuration"), new Field(s_medium, "mediumStressDuration"), new Field(s_high, "highStressDuration"),
        new Field(s_activity, "activityStressDuration"), new Field(s_uncategorized, "uncategorizedStressDuration"),
    ];

    public static MetricEndpoint Range { get; } = new(
        "stress_range",
        28,
        Calls.Get("usersummary-service/stats/stress/daily/{from}/{to}", "the stress of a range of days"),
        new MetricAnswer(
            Daily,
            DayRows.List(),
            new Field(s_average, "values.overallStressLevel"),
            new Field(s_rest, "values.restStressDuration"),
            new Field(s_low, "values.lowStressDuration"),
            new Field(s_medium, "values.mediumStressDuration"),
            new Field(s_high, "values.highStressDuration")));

    /// <summary>One call has the curve of body battery too.</summary>
    public static MetricEndpoint Day { get; } = new(
        "stress_day",
        1,
        Calls.Get("wellness-service/wellness/dailyStress/{day}", "stress and body battery within a day"),
        new MetricAnswer(Daily, DayRows.OneDay(), new Field(s_average, "avgStressLevel"), new Field(s_max, "maxStressLevel")),
        new MetricAnswer(Intraday, DayRows.OneDay(), new Curve(s_stress, "stressValuesArray") { Described = ("stressValueDescriptorsDTOList", "stressLevel") }),
        new MetricAnswer(BodyBattery.Intraday, DayRows.OneDay(), BodyBattery.CurveBesideStress));
}
