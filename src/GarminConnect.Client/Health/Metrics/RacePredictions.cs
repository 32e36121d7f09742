namespace GarminConnect.Client.Health;

internal static class RacePredictions
{
    private static readonly MetricValueType 5K = new("race_prediction_5k", "s");
    private static readonly MetricValueType 10K = new("race_prediction_10k", "s");
    private static readonly MetricValueType Half = new("race_prediction_half_marathon", "s");
    private static readonly MetricValueType Marathon = new("race_prediction_marathon", "s");

    private static readonly IReadOnlyList<IValueSource> Fields =
    [
        new Field(5K, "time5K"), new Field(10K, "time10K"), new Field(Half, "timeHalfMarathon"), new Field(Marathon, "timeMarathon"),
    ];

    public static Metric Daily { get; } = new()
    {
        Name = "race_predictions",
        Description = "Predicted times of races",
        Values = [5K, 10K, Half, Marathon],
        ServesFor = SlowMetrics.ServesFor,
    };

    public static MetricEndpoint Range { get; } = new(
        "race_predictions_range",
        366,
        Calls.Get(
            "metrics-service/metrics/racepredictions/daily/{name}?fromCalendarDate={from}&toCalendarDate={to}", "the race predictions of a range of days"),
        new MetricAnswer(Daily, DayRows.List(), Fields));

    /// <summary>It takes no day, so that it is of use for today only, when the range does not work.</summary>
    public static MetricEndpoint Latest { get; } = new(
        "race_predictions_latest",
        1,
        Calls.Get("metrics-service/metrics/racepredictions/latest/{name}", "the latest race predictions"),
        new MetricAnswer(Daily, DayRows.Latest(), Fields));
}
