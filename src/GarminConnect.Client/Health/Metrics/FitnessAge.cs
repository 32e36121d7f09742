namespace GarminConnect.Client.Health;

internal static class FitnessAge
{
    private static readonly MetricValueType s_age = new("fitness_age", "years");
    private static readonly MetricValueType s_achievable = new("achievable_fitness_age", "years");

    public static Metric Daily { get; } = new()
    {
        Name = "fitness_age",
        Description = "Fitness age, and the one that could be reached",
        Values = [s_age, s_achievable],
        ServesFor = SlowMetrics.ServesFor,
    };

    public static MetricEndpoint Range { get; } = new(
        "fitness_age_range",
        29,
        Calls.Get("fitnessage-service/stats/daily/{from}/{to}", "the fitness age of a range of days"),
        new MetricAnswer(Daily, DayRows.List(), new Field(s_age, "values.fitnessAge"), new Field(s_achievable, "values.achievableFitnessAge")));

    /// <summary>Its answer does not name the day.</summary>
    public static MetricEndpoint Day { get; } = new(
        "fitness_age_day",
        1,
        Calls.Get("fitnessage-service/fitnessage/{day}", "the fitness age of a day"),
        new MetricAnswer(Daily, DayRows.OneDay(null), new Field(s_age, "fitnessAge"), new Field(s_achievable, "achievableFitnessAge")));
}
