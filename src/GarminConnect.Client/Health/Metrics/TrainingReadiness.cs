using System.Text.Json;
using System.Text.Json.Nodes;

namespace GarminConnect.Client.Health;

/// <summary>Garmin reckons it several times a day; the value of the day is that of the morning.</summary>
internal static class TrainingReadiness
{
    private static readonly MetricValueType s_score = new("training_readiness", "1");
    private static readonly MetricValueType s_recovery = new("recovery_time", "s");
    private static readonly MetricValueType s_acuteLoad = new("training_readiness_acute_load", "1");
    private static readonly MetricValueType s_sleep = new("training_readiness_sleep_factor", "%");
    private static readonly MetricValueType s_sleepHistory = new("training_readiness_sleep_history_factor", "%");
    private static readonly MetricValueType s_recoveryFactor = new("training_readiness_recovery_time_factor", "%");
    private static readonly MetricValueType s_load = new("training_readiness_load_factor", "%");
    private static readonly MetricValueType s_hrv = new("training_readiness_hrv_factor", "%");
    private static readonly MetricValueType s_stress = new("training_readiness_stress_history_factor", "%");

    public static Metric Daily { get; } = new()
    {
        Name = "training_readiness",
        Description = "Readiness to train after waking (0 to 100), and what it is made of; level, feedback and time are in the details of the score",
        Values = [s_score, s_recovery, s_acuteLoad, s_sleep, s_sleepHistory, s_recoveryFactor, s_load, s_hrv, s_stress],
    };

    public static MetricEndpoint GraphQl { get; } = new(
        "training_readiness_graphql",
        // Known from clients only; the window is theirs.
        28,
        Calls.GraphQl("trainingReadinessRangeScalar", "the training readiness of a range of days"),
        Answer(DayRows.GraphQl("trainingReadinessRangeScalar")));

    public static MetricEndpoint Range { get; } = new(
        "training_readiness_range",
        // One client calls it; its window is unknown.
        28,
        Calls.Get("metrics-service/metrics/trainingreadiness/{from}/{to}", "the training readiness of a range of days"),
        Answer(DayRows.List()));

    public static MetricEndpoint Day { get; } = new(
        "training_readiness_day",
        1,
        Calls.Get("metrics-service/metrics/trainingreadiness/{day}", "the training readiness of a day"),
        Answer(DayRows.List()));

    private static MetricAnswer Answer(DayRows rows) => new(
        Daily,
        rows with { Choose = Morning },
        new Field(s_score, "score") { Details = Details },
        new Field(s_recovery, "recoveryTime") { Convert = static minutes => minutes * 60 },
        new Field(s_acuteLoad, "acuteLoad"),
        new Field(s_sleep, "sleepScoreFactorPercent"),
        new Field(s_sleepHistory, "sleepHistoryFactorPercent"),
        new Field(s_recoveryFactor, "recoveryTimeFactorPercent"),
        new Field(s_load, "acwrFactorPercent"),
        new Field(s_hrv, "hrvFactorPercent"),
        new Field(s_stress, "stressHistoryFactorPercent"));

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
