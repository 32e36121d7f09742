namespace GarminConnect.Client.Health;

internal static class RacePredictions
{
    private static readonly MetricValueType FiveKilometers = new("race_prediction_5k", "s") { FromDevice = false };
    private static readonly MetricValueType TenKilometers = new("race_prediction_10k", "s") { FromDevice = false };
    private static readonly MetricValueType Half = new("race_prediction_half_marathon", "s") { FromDevice = false };
    private static readonly MetricValueType Marathon = new("race_prediction_marathon", "s") { FromDevice = false };

    private static readonly IReadOnlyList<IValueSource> Fields =
    [
        new Field(FiveKilometers, "time5K"), new Field(TenKilometers, "time10K"), new Field(Half, "timeHalfMarathon"), new Field(Marathon, "timeMarathon"),
    ];

    public static Metric Daily { get; } = new()
    {
        Name = "race_predictions",
        Description = "Predicted times of races",
        Values = [FiveKilometers, TenKilometers, Half, Marathon],
        ServesFor = SlowMetrics.ServesFor,
    };

    public static MetricEndpoint Range { get; } = new(
        "race_predictions_range",
        366,
        EndpointProof.Unverified,
        Calls.Get(
            "metrics-service/metrics/racepredictions/daily/{name}?fromCalendarDate={from}&toCalendarDate={to}", "the race predictions of a range of days"),
        new MetricAnswer(Daily, DayRows.List(), Fields));

    /// <summary>It takes no day, so that it is of use for today only, when the range does not work.</summary>
    public static MetricEndpoint Latest { get; } = new(
        "race_predictions_latest",
        1,
        EndpointProof.Seen,
        Calls.Get("metrics-service/metrics/racepredictions/latest/{name}", "the latest race predictions"),
        new MetricAnswer(Daily, DayRows.Latest(), Fields));
}
