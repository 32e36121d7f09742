namespace GarminConnect.Simulator.Athletes;

/// <summary>The body of <c>user-settings</c>, with every member of the recorded one. Weight in grams, height in centimetres, speed in tenths of a metre a second.</summary>
internal static class UserSettings
{
    public static object Of(Athlete athlete) => new
    {
        id = athlete.ProfileId,
        userData = new
        {
            gender = "MALE",
            weight = 68000.0 + (athlete.Spec.Seed % 20 * 1000),
            height = 178.0,
            timeFormat = "time_twenty_four_hr",
            birthDate = "1988-05-14",
            measurementSystem = "metric",
            activityLevel = (string?)null,
            handedness = "RIGHT",
            powerFormat = new
            {
                formatId = 30,
                formatKey = "watt",
                minFraction = 0,
                maxFraction = 0,
                groupingUsed = true,
                displayFormat = (string?)null,
            },
            heartRateFormat = new
            {
                formatId = 21,
                formatKey = "bpm",
                minFraction = 0,
                maxFraction = 0,
                groupingUsed = false,
                displayFormat = (string?)null,
            },
            firstDayOfWeek = new
            {
                dayId = 2,
                dayName = "sunday",
                sortOrder = 2,
                isPossibleFirstDay = true,
            },
            vo2MaxRunning = 48.0,
            vo2MaxCycling = (string?)null,
            lactateThresholdSpeed = 0.33,
            lactateThresholdHeartRate = (string?)null,
            diveNumber = (string?)null,
            intensityMinutesCalcMethod = "AUTO",
            moderateIntensityMinutesHrZone = 3,
            vigorousIntensityMinutesHrZone = 4,
            hydrationMeasurementUnit = "milliliter",
            hydrationContainers = Array.Empty<string>(),
            hydrationAutoGoalEnabled = true,
            firstbeatMaxStressScore = (string?)null,
            firstbeatCyclingLtTimestamp = (string?)null,
            firstbeatRunningLtTimestamp = 1_044_719_868L,
            thresholdHeartRateAutoDetected = true,
            ftpAutoDetected = (string?)null,
            trainingStatusPausedDate = (string?)null,
            weatherLocation = (string?)null,
            golfDistanceUnit = "statute_us",
            golfElevationUnit = (string?)null,
            golfSpeedUnit = (string?)null,
            externalBottomTime = (string?)null,
        },
        userSleep = new
        {
            sleepTime = 80400,
            defaultSleepTime = false,
            wakeTime = 24000,
            defaultWakeTime = false,
        },
        connectDate = (string?)null,
        sourceType = (string?)null,
    };
}
