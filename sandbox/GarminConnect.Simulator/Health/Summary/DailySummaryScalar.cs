using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>
/// The daily summaries of GraphQL (<c>userDailySummaryV2Scalar</c>): groups, durations in milliseconds, and members that are left out where there is nothing, a
/// duration of 0 included.
/// </summary>
internal static class DailySummaryScalar
{
    private const long MillisecondsPerSecond = 1000;

    /// <summary>Oldest first. A day of the history on which the watch was not worn has a row too, with empty groups.</summary>
    public static object Of(Athlete athlete, HealthRange range) => new { data = range.Days.Select(day => Row(athlete, day)) };

    private static object Row(Athlete athlete, HealthDay day) => new
    {
        uuid = day.Measured ? SeededGuid.Of(athlete.Number, day.Day.DayNumber).ToString("N") : null,
        userProfilePk = athlete.ProfileId,
        calendarDate = GarminTime.Day(day.Day),
        source = "garmin",
        includesWellnessData = day.Measured,
        includesActivityData = false,
        wellnessChronology = Chronology(athlete, day),
        movement = Movement(day),
        calories = Calories(day),
        heartRate = new { minValue = day.Heart?.Min, maxValue = day.Heart?.Max, restingValue = day.Heart?.Resting },
        intensityMinutes = new { goal = MovementBodies.WeekGoalMinutes, moderate = day.Movement?.ModerateMinutes, vigorous = day.Movement?.VigorousMinutes },
        stress = Stress(day),
        bodyBattery = Battery(athlete, day),
        hydration = Hydration(day),
        respiration = Respiration(day),
        pulseOx = Oxygen(athlete, day),
        jetLag = new { },
    };

    private static object Chronology(Athlete athlete, HealthDay day)
    {
        var until = day.Measured ? day.MeasuredUntil : day.End;
        return new
        {
            startTimestampGmt = Envelope.Gmt(day.Start),
            startTimestampLocal = Envelope.Local(athlete, day.Start),
            endTimestampGmt = Envelope.Gmt(until),
            endTimestampLocal = Envelope.Local(athlete, until),
            totalDurationInMillis = (long)(until - day.Start).TotalMilliseconds,
        };
    }

    private static object Movement(HealthDay day)
    {
        var moved = day.Movement;
        return new
        {
            steps = new { goal = day.History.Physique.StepGoal, value = moved?.Steps, distanceInMeters = (double?)moved?.DistanceMeters },
            pushes = new { },
            floorsAscended = new { goal = MovementBodies.FloorGoal, value = moved?.FloorsAscended, distanceInMeters = moved?.FloorsAscended * Health.Movement.MetersPerFloor },
            floorsDescended = new { value = moved?.FloorsDescended, distanceInMeters = moved?.FloorsDescended * Health.Movement.MetersPerFloor },
        };
    }

    private static object Calories(HealthDay day) => new
    {
        burnedResting = day.Movement?.BmrKilocalories,
        burnedActive = day.Movement?.ActiveKilocalories,
        burnedTotal = day.Movement?.TotalKilocalories,
    };

    private static object Stress(HealthDay day)
    {
        var stress = day.Stress;
        return new
        {
            avgLevel = stress?.Average,
            maxLevel = stress?.Max,
            restProportion = Share(stress?.RestSeconds),
            activityProportion = Share(stress?.ActivitySeconds),
            uncategorizedProportion = Share(stress?.UncategorizedSeconds),
            lowStressProportion = Share(stress?.LowSeconds),
            mediumStressProportion = Share(stress?.MediumSeconds),
            highStressProportion = Share(stress?.HighSeconds),
            qualifier = stress is null ? null : "balanced",
            totalDurationInMillis = Milliseconds(stress?.TotalSeconds),
            restDurationInMillis = Milliseconds(stress?.RestSeconds),
            activityDurationInMillis = Milliseconds(stress?.ActivitySeconds),
            uncategorizedDurationInMillis = Milliseconds(stress?.UncategorizedSeconds),
            lowStressDurationInMillis = Milliseconds(stress?.LowSeconds),
            mediumStressDurationInMillis = Milliseconds(stress?.MediumSeconds),
            highStressDurationInMillis = Milliseconds(stress?.HighSeconds),
        };

        static long? Milliseconds(int? seconds) => seconds > 0 ? seconds * MillisecondsPerSecond : null;

        double? Share(int? seconds) => seconds > 0 ? Math.Round((double)seconds / stress!.TotalSeconds, 4) : null;
    }

    private static object Battery(Athlete athlete, HealthDay day) => day.BodyBattery is not { } battery ? new { } : new
    {
        minValue = battery.Low,
        maxValue = battery.High,
        chargedValue = battery.Charged,
        drainedValue = battery.Drained,
        latestValue = battery.Latest,
        featureVersion = "3.0",
        dynamicFeedbackEvent = BodyBatteryBodies.Feedback(day.MeasuredUntil, battery.Latest),
        endOfDayDynamicFeedbackEvent = day.Complete ? BodyBatteryBodies.Feedback(day.End, battery.Latest) : new { },
        activityEvents = BodyBatteryBodies.Events(day).Select(change => new
        {
            eventType = "SLEEP",
            eventStartTimeGmt = Envelope.Gmt(change.From),
            eventStartTimeLocal = Envelope.Local(athlete, change.From),
            bodyBatteryImpact = day.Night!.BodyBatteryChange,
            feedbackType = "NONE",
            shortFeedback = "NONE",
            deviceId = athlete.DeviceId,
            durationInMillis = (long)(change.To - change.From).TotalMilliseconds,
        }),
    };

    private static object Hydration(HealthDay day) => new
    {
        goalInMl = (int)day.Hydration.GoalMilliliters,
        goalInFractionalMl = day.Hydration.GoalMilliliters,
        consumedInMl = (int?)day.Hydration.Milliliters,
        consumedInFractionalMl = day.Hydration.Milliliters,
    };

    private static object Respiration(HealthDay day) => new
    {
        avgValue = (int?)day.Breathing?.WakingAverage,
        maxValue = day.Breathing?.Highest,
        minValue = day.Breathing?.Lowest,
        latestValue = day.Breathing?.Latest?.Value,
        latestTimestampGmt = day.Breathing?.Latest is { } latest ? Envelope.Gmt(latest.Time) : null,
    };

    private static object Oxygen(Athlete athlete, HealthDay day) => new
    {
        avgValue = (int?)day.Oxygen?.Average,
        minValue = day.Oxygen?.Lowest,
        latestValue = day.Oxygen?.Latest?.Value,
        latestTimestampGmt = day.Oxygen?.Latest is { } latest ? Envelope.Gmt(latest.Time) : null,
        latestTimestampLocal = day.Oxygen?.Latest is { } local ? Envelope.Local(athlete, local.Time) : null,
        avgAltitudeInMeters = day.Oxygen is null ? (double?)null : 20.0,
    };
}
