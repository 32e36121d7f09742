namespace GarminConnect.Client.Health;

internal static class FitnessAge
{
    private static readonly MetricValueType Age = new("fitness_age", "years") { FromDevice = false };
    private static readonly MetricValueType Achievable = new("achievable_fitness_age", "years") { FromDevice = false };

    public static Metric Daily { get; } = new()
    {
        Name = "fitness_age",
        Description = "Fitness age, and the one that could be reached",
        Values = [Age, Achievable],
        ServesFor = SlowMetrics.ServesFor,
    };

    public static MetricEndpoint Range { get; } = new(
        "fitness_age_range",
        29,
        EndpointProof.Seen,
        Calls.Get("fitnessage-service/stats/daily/{from}/{to}", "the fitness age of a range of days"),
        new MetricAnswer(Daily, DayRows.List(), new Field(Age, "values.fitnessAge"), new Field(Achievable, "values.achievableFitnessAge")));

    /// <summary>Its answer does not name the day.</summary>
    public static MetricEndpoint Day { get; } = new(
        "fitness_age_day",
        1,
        EndpointProof.Shape,
        Calls.Get("fitnessage-service/fitnessage/{day}", "the fitness age of a day"),
        new MetricAnswer(Daily, DayRows.OneDay(null), new Field(Age, "fitnessAge"), new Field(Achievable, "achievableFitnessAge")));
}
