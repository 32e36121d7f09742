namespace GarminConnect.Client.Health;

internal static class Stress
{
    private static readonly MetricValueType Average = new("average_stress", "1");
    private static readonly MetricValueType Max = new("max_stress", "1");
    private static readonly MetricValueType Rest = new("rest_stress_duration", "s");
    private static readonly MetricValueType Low = new("low_stress_duration", "s");
    private static readonly MetricValueType Medium = new("medium_stress_duration", "s");
    private static readonly MetricValueType High = new("high_stress_duration", "s");
    private static readonly MetricValueType Activity = new("activity_stress_duration", "s");
    private static readonly MetricValueType Uncategorized = new("uncategorized_stress_duration", "s");
    private static readonly MetricValueType Level = new("stress", "1") { Highest = 100 };

    public static Metric Daily { get; } = new()
    {
        Name = "stress",
        Description = "Average and highest stress (0 to 100), and how long it was at rest, low, medium and high",
        Values = [Average, Max, Rest, Low, Medium, High, Activity, Uncategorized],
    };

    public static Metric Intraday { get; } = new()
    {
        Name = "stress_intraday",
        Description = "Stress (0 to 100) every three minutes",
        Detail = MetricDetail.Intraday,
        IsCurve = true,
        Values = [Level],
    };

    public static IReadOnlyList<IValueSource> InSummary { get; } =
    [
        new Field(Average, "averageStressLevel"), new Field(Max, "maxStressLevel"), new Field(Rest, "restStressDuration"),
        new Field(Low, "lowStressDuration"), new Field(Medium, "mediumStressDuration"), new Field(High, "highStressDuration"),
        new Field(Activity, "activityStressDuration"), new Field(Uncategorized, "uncategorizedStressDuration"),
    ];

    public static IReadOnlyList<IValueSource> InGraphQl { get; } =
    [
        new Field(Average, "stress.avgLevel"), new Field(Max, "stress.maxLevel"),
        Milliseconds(Rest, "stress.restDurationInMillis"), Milliseconds(Low, "stress.lowStressDurationInMillis"),
        Milliseconds(Medium, "stress.mediumStressDurationInMillis"), Milliseconds(High, "stress.highStressDurationInMillis"),
        Milliseconds(Activity, "stress.activityDurationInMillis"), Milliseconds(Uncategorized, "stress.uncategorizedDurationInMillis"),
    ];

    public static MetricEndpoint Range { get; } = new(
        "stress_range",
        28,
        EndpointProof.Recorded,
        Calls.Get("usersummary-service/stats/stress/daily/{from}/{to}", "the stress of a range of days"),
        new MetricAnswer(
            Daily,
            DayRows.List(),
            new Field(Average, "values.overallStressLevel"),
            new Field(Rest, "values.restStressDuration"),
            new Field(Low, "values.lowStressDuration"),
            new Field(Medium, "values.mediumStressDuration"),
            new Field(High, "values.highStressDuration")));

    /// <summary>One call has the curve of body battery too.</summary>
    public static MetricEndpoint Day { get; } = new(
        "stress_day",
        1,
        EndpointProof.Recorded,
        Calls.Get("wellness-service/wellness/dailyStress/{day}", "stress and body battery within a day"),
        new MetricAnswer(Daily, DayRows.OneDay(), new Field(Average, "avgStressLevel"), new Field(Max, "maxStressLevel")),
        new MetricAnswer(Intraday, DayRows.OneDay(), new Curve(Level, "stressValuesArray") { Described = ("stressValueDescriptorsDTOList", "stressLevel"), NeverAllZero = true }),
        new MetricAnswer(BodyBattery.Intraday, DayRows.OneDay(), BodyBattery.CurveBesideStress));

    // This answer leaves out durations of zero, which others have (6.26).
    private static Field Milliseconds(MetricValueType type, string member) => new(type, member) { Convert = static milliseconds => milliseconds / 1000, ZeroBeside = "stress.totalDurationInMillis" };
}
