using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The <c>dailySleepDTO</c> of a night.</summary>
internal static class SleepDto
{
    public static object Of(Athlete athlete, HealthDay day, Night night) => new
    {
        id = night.Start.ToUnixTimeMilliseconds(),
        userProfilePK = athlete.ProfileId,
        calendarDate = GarminTime.Day(day.Day),
        sleepTimeSeconds = night.AsleepSeconds,
        napTimeSeconds = 0,
        sleepWindowConfirmed = true,
        sleepWindowConfirmationType = "enhanced_confirmed_final",
        sleepStartTimestampGMT = night.Start.ToUnixTimeMilliseconds(),
        sleepEndTimestampGMT = night.End.ToUnixTimeMilliseconds(),
        sleepStartTimestampLocal = GarminTime.LocalMilliseconds(athlete.Health.Local(night.Start)),
        sleepEndTimestampLocal = GarminTime.LocalMilliseconds(athlete.Health.Local(night.End)),
        autoSleepStartTimestampGMT = (long?)null,
        autoSleepEndTimestampGMT = (long?)null,
        sleepQualityTypePK = (int?)null,
        sleepResultTypePK = (int?)null,
        unmeasurableSleepSeconds = 0,
        deepSleepSeconds = night.DeepSeconds,
        lightSleepSeconds = night.LightSeconds,
        remSleepSeconds = night.RemSeconds,
        awakeSleepSeconds = night.AwakeSeconds,
        deviceRemCapable = true,
        retro = false,
        sleepFromDevice = true,
        averageSpO2Value = night.AverageOxygen is { } oxygen ? Math.Round(oxygen) : (double?)null,
        lowestSpO2Value = night.Oxygen.Count == 0 ? null : night.Oxygen.Min(reading => reading.Value),
        highestSpO2Value = night.Oxygen.Count == 0 ? null : night.Oxygen.Max(reading => reading.Value),
        averageSpO2HRSleep = night.Oxygen.Count == 0 ? (double?)null : Math.Round(night.AverageHeartRate),
        averageRespirationValue = Math.Round(night.AverageBreaths),
        lowestRespirationValue = (double)night.Breaths.Min(reading => reading.Value)!,
        highestRespirationValue = (double)night.Breaths.Max(reading => reading.Value)!,
        awakeCount = night.AwakeCount,
        avgSleepStress = Math.Round(night.AverageStress),
        avgHeartRate = Math.Round(night.AverageHeartRate),
        ageGroup = "ADULT",
        sleepScoreFeedback = night.Score >= 80 ? "POSITIVE_DEEP" : "NEGATIVE_SHORT",
        sleepScoreInsight = "NONE",
        sleepScorePersonalizedInsight = "NONE",
        sleepScores = Scores(night),
        sleepVersion = 2,
        sleepNeed = Need(athlete, day.Day, night.Start.AddHours(-12)),
        nextSleepNeed = Need(athlete, day.Day.AddDays(1), night.End.AddHours(2)),
        breathingDisruptionSeverity = day.Watch ? "NONE" : null,
    };

    /// <summary>Of a day without a night.</summary>
    public static object None(Athlete athlete, HealthDay day) => new
    {
        id = (long?)null,
        userProfilePK = athlete.ProfileId,
        calendarDate = GarminTime.Day(day.Day),
        sleepTimeSeconds = (int?)null,
        napTimeSeconds = (int?)null,
        sleepWindowConfirmed = (bool?)null,
        sleepWindowConfirmationType = (string?)null,
        sleepStartTimestampGMT = (long?)null,
        sleepEndTimestampGMT = (long?)null,
        sleepStartTimestampLocal = (long?)null,
        sleepEndTimestampLocal = (long?)null,
        autoSleepStartTimestampGMT = (long?)null,
        autoSleepEndTimestampGMT = (long?)null,
        sleepQualityTypePK = (int?)null,
        sleepResultTypePK = (int?)null,
        unmeasurableSleepSeconds = (int?)null,
        deepSleepSeconds = (int?)null,
        lightSleepSeconds = (int?)null,
        remSleepSeconds = (int?)null,
        awakeSleepSeconds = (int?)null,
        deviceRemCapable = false,
        retro = false,
    };

    private static object Scores(Night night)
    {
        return new
        {
            totalDuration = Range("FAIR", 28200, 28200),
            stress = Range("GOOD", 0, 15),
            awakeCount = Range(night.AwakeCount > 1 ? "FAIR" : "EXCELLENT", 0, 1),
            overall = new { value = night.Score, qualifierKey = night.Quality },
            remPercentage = Share(night.RemSeconds, 21, 31),
            restlessness = Range("GOOD", 0, 5),
            lightPercentage = Share(night.LightSeconds, 30, 64),
            deepPercentage = Share(night.DeepSeconds, 16, 33),
        };

        static object Range(string qualifier, double start, double end) => new { qualifierKey = qualifier, optimalStart = start, optimalEnd = end };

        object Share(int seconds, double start, double end) => new
        {
            value = (int)Math.Round(100.0 * seconds / night.AsleepSeconds),
            qualifierKey = 100.0 * seconds / night.AsleepSeconds >= start ? "EXCELLENT" : "FAIR",
            optimalStart = start,
            optimalEnd = end,
            idealStartInSeconds = Math.Round(night.AsleepSeconds * start / 100, 1),
            idealEndInSeconds = Math.Round(night.AsleepSeconds * end / 100, 1),
        };
    }

    private static object Need(Athlete athlete, DateOnly day, DateTimeOffset reckoned) => new
    {
        userProfilePk = athlete.ProfileId,
        calendarDate = GarminTime.Day(day),
        deviceId = athlete.DeviceId,
        timestampGmt = $"{reckoned.UtcDateTime:yyyy-MM-ddTHH:mm:ss}",
        baseline = SleepBody.NeedMinutes,
        actual = SleepBody.NeedMinutes,
        feedback = "NO_CHANGE_NO_ADJUSTMENTS",
        trainingFeedback = "NO_CHANGE",
        sleepHistoryAdjustment = "NO_CHANGE",
        hrvAdjustment = "NO_CHANGE",
        napAdjustment = "NO_CHANGE",
        displayedForTheDay = false,
        preferredActivityTracker = true,
    };
}
