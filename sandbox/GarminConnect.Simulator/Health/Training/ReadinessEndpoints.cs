using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>Training readiness.</summary>
internal static class ReadinessEndpoints
{
    public static void MapReadiness(this IEndpointRouteBuilder routes)
    {
        routes.MapDay("/metrics-service/metrics/trainingreadiness/{date}", Rows);
        routes.MapRange("/metrics-service/metrics/trainingreadiness/{from}/{to}", null, Range);
    }

    /// <summary>Newest first.</summary>
    public static object Range(Athlete athlete, HealthRange range) => range.Days.Reverse().SelectMany(day => Rows(athlete, day));

    private static IEnumerable<object> Rows(Athlete athlete, HealthDay day) => day.Readiness.Reverse().Select(row => Row(athlete, day, row));

    private static object Row(Athlete athlete, HealthDay day, Readiness row) => new
    {
        userProfilePK = athlete.ProfileId,
        calendarDate = GarminTime.Day(day.Day),
        timestamp = Envelope.Gmt(row.Time),
        timestampLocal = Envelope.Local(athlete, row.Time),
        deviceId = athlete.DeviceId,
        level = row.Level,
        feedbackLong = "HIGH_RT_AVAILABLE_SS_HIGHEST",
        feedbackShort = "RESTED_AND_READY",
        score = row.Score,
        sleepScore = row.SleepScore,
        sleepScoreFactorPercent = row.SleepScore ?? 0,
        sleepScoreFactorFeedback = row.SleepScore is null ? "NONE" : "GOOD",
        recoveryTime = row.RecoveryMinutes,
        recoveryTimeFactorPercent = Math.Clamp(100 - (row.RecoveryMinutes / 40), 0, 100),
        recoveryTimeFactorFeedback = row.RecoveryMinutes < 600 ? "VERY_GOOD" : "MODERATE",
        acwrFactorPercent = 90,
        acwrFactorFeedback = "GOOD",
        acuteLoad = row.AcuteLoad,
        stressHistoryFactorPercent = 80,
        stressHistoryFactorFeedback = "GOOD",
        hrvFactorPercent = 95,
        hrvFactorFeedback = "GOOD",
        hrvWeeklyAverage = row.WeekVariability,
        sleepHistoryFactorPercent = 70,
        sleepHistoryFactorFeedback = "MODERATE",
        validSleep = row.SleepScore is not null,
        inputContext = row.Context,
        primaryActivityTracker = true,
        recoveryTimeChangePhrase = row.Context == "AFTER_POST_EXERCISE_RESET" ? "NEW_EXERCISE" : null,
        sleepHistoryFactorFeedbackPhrase = (string?)null,
        hrvFactorFeedbackPhrase = (string?)null,
        stressHistoryFactorFeedbackPhrase = (string?)null,
        acwrFactorFeedbackPhrase = (string?)null,
        recoveryTimeFactorFeedbackPhrase = (string?)null,
        sleepScoreFactorFeedbackPhrase = (string?)null,
    };
}
