namespace GarminConnect.Client.Health;

/// <summary>How the day was split, and the minutes that count as exercise.</summary>
internal static class Activeness
{
    private static readonly MetricValueType s_highlyActive = new("highly_active_time", "s");
    private static readonly MetricValueType s_active = new("active_time", "s");
    private static readonly MetricValueType s_sedentary = new("sedentary_time", "s");
    private static readonly MetricValueType s_sleeping = new("sleeping_time", "s");
    private static readonly MetricValueType s_moderate = new("moderate_intensity_minutes", "min");
    private static readonly MetricValueType s_vigorous = new("vigorous_intensity_minutes", "min");
    private static readonly MetricValueType s_goal = new("intensity_minutes_weekly_goal", "min");

    public static Metric Time { get; } = new()
    {
        Name = "activity_time",
        Description = "How long the athlete was highly active, active, sedentary and asleep",
        Values = [s_highlyActive, s_active, s_sedentary, s_sleeping],
    };

    public static Metric IntensityMinutes { get; } = new()
    {
        Name = "intensity_minutes",
        Description = "Minutes of moderate and of vigorous exercise, not doubled; the goal is per week",
        Values = [s_moderate, s_vigorous, s_goal],
    };

    public static IReadOnlyList<IValueSource> TimeInSummary { get; } =
    [
        new Field(s_highlyActive, "highlyActiveSeconds"), new Field(s_active, "activeSeconds"),
        new Field(s_sedentary, "sedentarySeconds"), new Field(s_sleeping, "sleepingSeconds"),
    ];

    public static IReadOnlyList<IValueSource> IntensityInSummary { get; } =
        [new Field(s_moderate, "moderateIntensityMinutes"), new Field(s_vigorous, "vigorousIntensityMinutes"), new Field(s_goal, "intensityMinutesGoal")];

    public static MetricEndpoint IntensityRange { get; } = new(
        "intensity_minutes_range",
        28,
        Calls.Get("usersummary-service/stats/im/daily/{from}/{to}", "the intensity minutes of a range of days"),
        new MetricAnswer(
            IntensityMinutes, DayRows.List(), new Field(s_moderate, "moderateValue"), new Field(s_vigorous, "vigorousValue"), new Field(s_goal, "weeklyGoal")));

    public static MetricEndpoint IntensityDay { get; } = new(
        "intensity_minutes_day",
        1,
        Calls.Get("wellness-service/wellness/daily/im/{day}", "the intensity minutes of a day"),
        new MetricAnswer(
            IntensityMinutes,
            DayRows.OneDay(),
            new Field(s_moderate, "moderateMinutes"),
            new Field(s_vigorous, "vigorousMinutes"),
            new Field(s_goal, "weekGoal")));
}
