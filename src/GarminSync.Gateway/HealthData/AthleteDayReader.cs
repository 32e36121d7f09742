using CentralDb.Client;

namespace GarminSync.Gateway.HealthData;

/// <summary>Puts a day of an athlete together: when it began by the athlete's clock, and the night that ended on it.</summary>
internal static class AthleteDayReader
{
    private const string Duration = "sleep_duration";
    private const string Stage = "sleep_stage";
    private const string Steps = "interval_steps";

    private static readonly string[] Stages = ["deep", "light", "rem", "awake"];

    /// <returns>Null when CentralDB does not have the user, or no such call.</returns>
    public static async Task<AthleteDayAnswer?> ReadAsync(CentralDbClient centralDb, string userId, DateOnly date, CancellationToken cancellationToken)
    {
        if (await ReadAsync(centralDb, userId, Duration, date, cancellationToken) is not { } durations
            || await ReadAsync(centralDb, userId, Stage, date, cancellationToken) is not { } stages)
        {
            return null;
        }

        var duration = durations is [var stored, ..] ? stored : null;
        var clock = durations.Concat(stages).Select(ClockOfDay.Of).FirstOrDefault(known => known is not null)
            ?? (await ReadAsync(centralDb, userId, Steps, date, cancellationToken))?.Select(ClockOfDay.Of).FirstOrDefault(known => known is not null);
        return AthleteDayAnswer.Of(userId, date, clock, duration is null && stages.Count == 0 ? null : Night(duration, stages));
    }

    private static NightAnswer Night(HealthMetric? duration, IReadOnlyList<HealthMetric> stages)
    {
        var stretches = stages.Select(Stretch).OfType<SleepStageAnswer>().ToList();
        return new(
            duration?.DetailTime("start") ?? stretches.FirstOrDefault()?.Start,
            duration?.DetailTime("end") ?? stretches.LastOrDefault()?.End,
            stretches);
    }

    private static SleepStageAnswer? Stretch(HealthMetric stage) =>
        stage is { Timestamp: { } start, Value: >= 0 and < 4 and var number } && stage.DetailTime("end") is { } end && end > start
            ? new(Stages[(int)number], start, end)
            : null;

    // The day of a moment may be another one in UTC.
    private static async Task<IReadOnlyList<HealthMetric>?> ReadAsync(CentralDbClient centralDb, string userId, string type, DateOnly date, CancellationToken cancellationToken)
    {
        var around = await centralDb.GetHealthMetricsAsync(userId, type, date.AddDays(-1), date.AddDays(1), cancellationToken);
        return around is null ? null : [.. around.Where(metric => metric.Day() == date)];
    }
}
