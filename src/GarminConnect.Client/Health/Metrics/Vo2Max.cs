namespace GarminConnect.Client.Health;

/// <summary>Garmin has a row only for days with a new value. Two metrics, because the two sports have their own days.</summary>
internal static class Vo2Max
{
    private const string Unit = "ml/kg/min";

    private static readonly MetricValueType GenericValue = new("vo2_max", Unit);
    private static readonly MetricValueType CyclingValue = new("vo2_max_cycling", Unit);

    public static Metric Generic { get; } = new()
    {
        Name = "vo2_max",
        Description = "VO2max of running and walking",
        Values = [GenericValue],
        ServesFor = SlowMetrics.ServesFor,
    };

    public static Metric Cycling { get; } = new()
    {
        Name = "vo2_max_cycling",
        Description = "VO2max of cycling",
        Values = [CyclingValue],
        ServesFor = SlowMetrics.ServesFor,
    };

    public static MetricEndpoint Range { get; } = new(
        "vo2_max_range",
        // A month was recorded, and clients ask for a year.
        366,
        EndpointProof.Recorded,
        Calls.Get("metrics-service/metrics/maxmet/daily/{from}/{to}", "the VO2max of a range of days"),
        Answer(Generic, GenericValue, "generic"),
        Answer(Cycling, CyclingValue, "cycling"));

    private static MetricAnswer Answer(Metric metric, MetricValueType type, string sport) =>
        new(metric, DayRows.List(row: sport), new Field(type, "vo2MaxPreciseValue") { Or = "vo2MaxValue" });
}
