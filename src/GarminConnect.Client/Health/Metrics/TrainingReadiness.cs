using System.Text.Json;
using System.Text.Json.Nodes;

namespace GarminConnect.Client.Health;

/// <summary>Garmin reckons it several times a day; the value of the day is that of the morning.</summary>
internal static class TrainingReadiness
{
    private static readonly MetricValueType Score = new("training_readiness", "1");
    private static readonly MetricValueType Recovery = new("recovery_time", "s");
    private static readonly MetricValueType AcuteLoad = new("training_readiness_acute_load", "1");
    private static readonly MetricValueType Sleep = new("training_readiness_sleep_factor", "%");
    private static readonly MetricValueType SleepHistory = new("training_readiness_sleep_history_factor", "%");
    private static readonly MetricValueType RecoveryFactor = new("training_readiness_recovery_time_factor", "%");
    private static readonly MetricValueType Load = new("training_readiness_load_factor", "%");
    private static readonly MetricValueType Hrv = new("training_readiness_hrv_factor", "%");
    private static readonly MetricValueType Stress = new("training_readiness_stress_history_factor", "%");

    public static Metric Daily { get; } = new()
    {
        Name = "training_readiness",
        Description = "Readiness to train after waking (0 to 100), and what it is made of; level, feedback and time are in the details of the score",
        Values = [Score, Recovery, AcuteLoad, Sleep, SleepHistory, RecoveryFactor, Load, Hrv, Stress],
    };

    public static MetricEndpoint GraphQl { get; } = new(
        "training_readiness_graphql",
        // One client asks for so many.
        365,
        EndpointProof.Seen,
        Calls.GraphQl("trainingReadinessRangeScalar", "the training readiness of a range of days"),
        Answer(DayRows.GraphQl("trainingReadinessRangeScalar")));

    public static MetricEndpoint Range { get; } = new(
        "training_readiness_range",
        // One client calls it; its window is unknown.
        366,
        EndpointProof.Unverified,
        Calls.Get("metrics-service/metrics/trainingreadiness/{from}/{to}", "the training readiness of a range of days"),
        Answer(DayRows.List()));

    public static MetricEndpoint Day { get; } = new(
        "training_readiness_day",
        1,
        EndpointProof.Recorded,
        Calls.Get("metrics-service/metrics/trainingreadiness/{day}", "the training readiness of a day"),
        Answer(DayRows.List()));

    private static MetricAnswer Answer(DayRows rows) => new(
        Daily,
        rows with { Choose = Morning },
        new Field(Score, "score") { Details = Details },
        new Field(Recovery, "recoveryTime") { Convert = static minutes => minutes * 60 },
        new Field(AcuteLoad, "acuteLoad"),
        new Field(Sleep, "sleepScoreFactorPercent"),
        new Field(SleepHistory, "sleepHistoryFactorPercent"),
        new Field(RecoveryFactor, "recoveryTimeFactorPercent"),
        new Field(Load, "acwrFactorPercent"),
        new Field(Hrv, "hrvFactorPercent"),
        new Field(Stress, "stressHistoryFactorPercent"));

    private static IEnumerable<JsonElement> Morning(IReadOnlyList<JsonElement> rows)
    {
        var inTime = rows.OrderBy(row => AnswerTime.Utc(row, "timestamp") ?? DateTimeOffset.MaxValue).ToList();
        var morning = inTime.FindIndex(row => LenientJson.Text(row, "inputContext") == "AFTER_WAKEUP_RESET");
        return [inTime[Math.Max(morning, 0)]];
    }

    private static JsonObject? Details(JsonElement row)
    {
        var details = RowDetails.Of(("level", "level"), ("feedback", "feedbackShort"), ("context", "inputContext"))(row) ?? [];
        RowDetails.AddTime(details, "time", AnswerTime.Utc(row, "timestamp"));
        RowDetails.AddOffset(details, UtcOffset.Between(row, "timestamp", "timestampLocal"));
        return details;
    }
}
