namespace GarminConnect.Client.Health;

internal static class RacePredictions
{
    private static readonly MetricValueType s_5K = new("race_prediction_5k", "s");
    private static readonly MetricValueType s_10K = new("race_prediction_10k", "s");
    private static readonly MetricValueType s_half = new("race_prediction_half_marathon", "s");
    private static readonly MetricValueType s_marathon = new("race_prediction_marathon", "s");

    private static readonly IReadOnlyList<IValueSource> s_fields =
    [
        new Field(s_5K, "time5K"), new Field(s_10K, "time10K"), new Field(s_half, "timeHalfMarathon"), new Field(s_marathon, "timeMarathon"),
    ];

    public static Metric Daily { get; } = new()
    {
        Name = "race_predictions",
        Description = "Predicted times of races",
        Values = [s_5K, s_10K, s_half, s_marathon],
        ServesFor = SlowMetrics.ServesFor,
    };

    public static MetricEndpoint Range { get; } = new(
        "race_predictions_range",
        366,
        Calls.Get(
            "metrics-service/metrics/racepredictions/daily/{name}?fromCalendarDate={from}&toCalendarDate={to}", "the race predictions of a range of days"),
        new MetricAnswer(Daily, DayRows.List(), s_fields));

    /// <summary>It takes no day, so that it is of use for today only, when the range does not work.</summary>
    public static MetricEndpoint Latest { get; } = new(
        "race_predictions_latest",
        1,
        Calls.Get("metrics-service/metrics/racepredictions/latest/{name}", "the latest race predictions"),
        new MetricAnswer(Daily, DayRows.Latest(), s_fields));
}
