using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The daily summary. A day without data has the same members, and null in most of them.</summary>
internal static class DailySummaryBody
{
    public static object Of(Athlete athlete, HealthDay day) =>
        Envelope.Join(Keys(athlete, day), Moving(day), Heart(day), Stress(day), Battery(athlete, day), Breathing(athlete, day));

    private static object Keys(Athlete athlete, HealthDay day)
    {
        var until = day.Measured ? day.MeasuredUntil : day.End;
        return new
        {
            userProfileId = athlete.ProfileId,
            userDailySummaryId = athlete.ProfileId,
            calendarDate = GarminTime.Day(day.Day),
            rule = new { typeId = 2, typeKey = "private" },
            uuid = day.Measured ? SeededGuid.Of(athlete.Number, day.Day.DayNumber).ToString("N") : null,
            wellnessStartTimeGmt = Envelope.Gmt(day.Start),
            wellnessStartTimeLocal = Envelope.Local(athlete, day.Start),
            wellnessEndTimeGmt = Envelope.Gmt(until),
            wellnessEndTimeLocal = Envelope.Local(athlete, until),
            durationInMilliseconds = (long)(until - day.Start).TotalMilliseconds,
            wellnessDescription = (string?)null,
            includesWellnessData = day.Measured,
            includesActivityData = false,
            includesCalorieConsumedData = false,
            privacyProtected = false,
            source = "GARMIN",
            lastSyncTimestampGMT = day.Measured && !day.Complete ? Envelope.Gmt(day.MeasuredUntil) : null,
        };
    }

    private static object Moving(HealthDay day)
    {
        var moved = day.Movement;
        return new
        {
            totalKilocalories = (double?)moved?.TotalKilocalories,
            activeKilocalories = (double?)moved?.ActiveKilocalories,
            bmrKilocalories = (double?)moved?.BmrKilocalories,
            wellnessKilocalories = (double?)moved?.TotalKilocalories,
            burnedKilocalories = (double?)null,
            consumedKilocalories = (double?)null,
            remainingKilocalories = (double?)null,
            netCalorieGoal = (double?)null,
            wellnessActiveKilocalories = (double?)moved?.ActiveKilocalories,
            netRemainingKilocalories = (double?)moved?.ActiveKilocalories,
            restingCaloriesFromActivity = (double?)null,
            totalSteps = moved?.Steps,
            dailyStepGoal = day.History.Physique.StepGoal,
            totalDistanceMeters = moved?.DistanceMeters,
            wellnessDistanceMeters = moved?.DistanceMeters,
            highlyActiveSeconds = moved?.HighlyActiveSeconds,
            activeSeconds = moved?.ActiveSeconds,
            sedentarySeconds = moved?.SedentarySeconds,
            sleepingSeconds = moved?.SleepingSeconds,
            moderateIntensityMinutes = moved?.ModerateMinutes,
            vigorousIntensityMinutes = moved?.VigorousMinutes,
            intensityMinutesGoal = MovementBodies.WeekGoalMinutes,
            floorsAscended = (double?)moved?.FloorsAscended,
            floorsDescended = (double?)moved?.FloorsDescended,
            floorsAscendedInMeters = moved?.FloorsAscended * Movement.MetersPerFloor,
            floorsDescendedInMeters = moved?.FloorsDescended * Movement.MetersPerFloor,
            userFloorsAscendedGoal = MovementBodies.FloorGoal,
        };
    }

    private static object Heart(HealthDay day) => new
    {
        minHeartRate = day.Heart?.Min,
        maxHeartRate = day.Heart?.Max,
        restingHeartRate = day.Heart?.Resting,
        lastSevenDaysAvgRestingHeartRate = day.Heart?.SevenDayResting,
        minAvgHeartRate = day.Heart?.MinAverage,
        maxAvgHeartRate = day.Heart?.MaxAverage,
        abnormalHeartRateAlertsCount = (int?)null,
    };

    private static object Stress(HealthDay day)
    {
        var stress = day.Stress;
        var asleep = stress?.Readings.Count(reading => reading.Value >= 0 && day.Signals.Asleep(reading.Time)) * StressDay.SecondsBetween;
        return new
        {
            averageStressLevel = stress?.Average,
            maxStressLevel = stress?.Max,
            stressDuration = stress?.StressSeconds,
            restStressDuration = stress?.RestSeconds,
            activityStressDuration = stress?.ActivitySeconds,
            uncategorizedStressDuration = stress?.UncategorizedSeconds,
            totalStressDuration = stress?.TotalSeconds,
            lowStressDuration = stress?.LowSeconds,
            mediumStressDuration = stress?.MediumSeconds,
            highStressDuration = stress?.HighSeconds,
            stressPercentage = Percentage(stress?.StressSeconds),
            restStressPercentage = Percentage(stress?.RestSeconds),
            activityStressPercentage = Percentage(stress?.ActivitySeconds),
            uncategorizedStressPercentage = Percentage(stress?.UncategorizedSeconds),
            lowStressPercentage = Percentage(stress?.LowSeconds),
            mediumStressPercentage = Percentage(stress?.MediumSeconds),
            highStressPercentage = Percentage(stress?.HighSeconds),
            stressQualifier = stress is null ? "UNKNOWN" : "BALANCED",
            measurableAwakeDuration = stress?.StressSeconds + stress?.RestSeconds - asleep,
            measurableAsleepDuration = asleep,
        };

        double? Percentage(int? seconds) => seconds is { } some ? Math.Round(100.0 * some / stress!.TotalSeconds, 2) : null;
    }

    private static object Battery(Athlete athlete, HealthDay day)
    {
        var battery = day.BodyBattery;
        return new
        {
            bodyBatteryChargedValue = battery?.Charged,
            bodyBatteryDrainedValue = battery?.Drained,
            bodyBatteryHighestValue = battery?.High,
            bodyBatteryLowestValue = battery?.Low,
            bodyBatteryMostRecentValue = battery?.Latest,
            bodyBatteryDuringSleep = day.Night?.BodyBatteryChange,
            bodyBatteryAtWakeTime = battery?.AtWake,
            bodyBatteryVersion = battery is null ? (double?)null : BodyBatteryBodies.Version,
            bodyBatteryDynamicFeedbackEvent = battery is null ? null : BodyBatteryBodies.Feedback(day.MeasuredUntil, battery.Latest),
            endOfDayBodyBatteryDynamicFeedbackEvent = battery is null || !day.Complete ? null : BodyBatteryBodies.Feedback(day.End, battery.Latest),
            bodyBatteryActivityEventList = battery is null ? null : BodyBatteryBodies.Events(day).Select(change => Envelope.Join(
                BodyBatteryBodies.Event(athlete, change),
                new
                {
                    deviceId = athlete.DeviceId,
                    activityName = (string?)null,
                    activityType = (string?)null,
                    activityId = (long?)null,
                    eventUpdateTimeGmt = Seconds(change.To),
                })),
        };
    }

    private static object Breathing(Athlete athlete, HealthDay day)
    {
        var (oxygen, breathing) = (day.Oxygen, day.Breathing);
        return new
        {
            averageSpo2 = oxygen?.Average,
            lowestSpo2 = oxygen?.Lowest,
            latestSpo2 = oxygen?.Latest?.Value,
            latestSpo2ReadingTimeGmt = oxygen?.Latest is { } latest ? Envelope.Gmt(latest.Time) : null,
            latestSpo2ReadingTimeLocal = oxygen?.Latest is { } local ? Envelope.Local(athlete, local.Time) : null,
            averageMonitoringEnvironmentAltitude = day.Measured ? 269.0 : (double?)null,
            avgWakingRespirationValue = breathing?.WakingAverage,
            highestRespirationValue = (double?)breathing?.Highest,
            lowestRespirationValue = (double?)breathing?.Lowest,
            latestRespirationValue = (double?)breathing?.Latest?.Value,
            latestRespirationTimeGMT = breathing?.Latest is { } breath ? Envelope.Gmt(breath.Time) : null,
            respirationAlgorithmVersion = breathing is null ? (int?)null : BreathingBodies.Version,
        };
    }

    /// <summary>The form of body battery events: no fraction.</summary>
    private static string Seconds(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss");
}
