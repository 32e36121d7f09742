namespace GarminConnect.Client.Health;

/// <summary>How the day was split, and the minutes that count as exercise.</summary>
internal static class Activeness
{
    private static readonly MetricValueType HighlyActive = new("highly_active_time", "s");
    private static readonly MetricValueType Active = new("active_time", "s");
    private static readonly MetricValueType Sedentary = new("sedentary_time", "s");
    private static readonly MetricValueType Sleeping = new("sleeping_time", "s");
    private static readonly MetricValueType Moderate = new("moderate_intensity_minutes", "min");
    private static readonly MetricValueType Vigorous = new("vigorous_intensity_minutes", "min");
    private static readonly MetricValueType Goal = new("intensity_minutes_weekly_goal", "min") { IsGoal = true, FromDevice = false };

    public static Metric Time { get; } = new()
    {
        Name = "activity_time",
        Description = "How long the athlete was highly active, active, sedentary and asleep",
        // Only the call per day has it.
        Detail = MetricDetail.Intraday,
        Values = [HighlyActive, Active, Sedentary, Sleeping],
    };

    public static Metric IntensityMinutes { get; } = new()
    {
        Name = "intensity_minutes",
        Description = "Minutes of moderate and of vigorous exercise, not doubled; the goal is per week",
        Values = [Moderate, Vigorous, Goal],
    };

    public static IReadOnlyList<IValueSource> TimeInSummary { get; } =
    [
        new Field(HighlyActive, "highlyActiveSeconds"), new Field(Active, "activeSeconds"),
        new Field(Sedentary, "sedentarySeconds"), new Field(Sleeping, "sleepingSeconds"),
    ];

    public static IReadOnlyList<IValueSource> IntensityInSummary { get; } =
        [new Field(Moderate, "moderateIntensityMinutes"), new Field(Vigorous, "vigorousIntensityMinutes"), new Field(Goal, "intensityMinutesGoal")];

    public static IReadOnlyList<IValueSource> IntensityInGraphQl { get; } =
        [new Field(Moderate, "intensityMinutes.moderate"), new Field(Vigorous, "intensityMinutes.vigorous"), new Field(Goal, "intensityMinutes.goal")];

    public static MetricEndpoint IntensityRange { get; } = new(
        "intensity_minutes_range",
        28,
        EndpointProof.Seen,
        Calls.Get("usersummary-service/stats/im/daily/{from}/{to}", "the intensity minutes of a range of days"),
        new MetricAnswer(
            IntensityMinutes, DayRows.List(), new Field(Moderate, "moderateValue"), new Field(Vigorous, "vigorousValue"), new Field(Goal, "weeklyGoal")));

    public static MetricEndpoint IntensityDay { get; } = new(
        "intensity_minutes_day",
        1,
        EndpointProof.Recorded,
        Calls.Get("wellness-service/wellness/daily/im/{day}", "the intensity minutes of a day"),
        new MetricAnswer(
            IntensityMinutes,
            DayRows.OneDay(),
            new Field(Moderate, "moderateMinutes"),
            new Field(Vigorous, "vigorousMinutes"),
            new Field(Goal, "weekGoal")));
}
