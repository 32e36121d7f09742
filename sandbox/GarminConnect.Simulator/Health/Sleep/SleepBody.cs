using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answer about one night.</summary>
internal static class SleepBody
{
    public const int NeedMinutes = 470;

    public static object Of(Athlete athlete, HealthDay day) => day.Night is { } night
        ? Envelope.Join(SleepCurves.Of(athlete, day, night), new
        {
            dailySleepDTO = SleepDto.Of(athlete, day, night),
            remSleepData = true,
            wellnessSpO2SleepSummaryDTO = day.Watch ? Oxygen(athlete, night) : null,
            avgOvernightHrv = (double?)day.Variability?.NightAverage,
            hrvStatus = day.Variability?.Status,
            bodyBatteryChange = night.BodyBatteryChange,
            restingHeartRate = day.Heart!.Resting,
            skinTempDataExists = day.Watch,
            avgSkinTempDeviationC = day.Watch ? night.SkinTemperatureDeviationCelsius : (double?)null,
            avgSkinTempDeviationF = day.Watch ? Math.Round(night.SkinTemperatureDeviationCelsius * 1.8, 1) : (double?)null,
            skinTempCalibrationDays = day.Watch ? 19 : (int?)null,
        })
        : new { dailySleepDTO = SleepDto.None(athlete, day), sleepMovement = Array.Empty<object>(), remSleepData = (bool?)null, sleepLevels = Array.Empty<object>() };

    private static object Oxygen(Athlete athlete, Night night) => new
    {
        userProfilePk = athlete.ProfileId,
        deviceId = athlete.DeviceId,
        sleepMeasurementStartGMT = Envelope.Gmt(night.Oxygen[0].Time),
        sleepMeasurementEndGMT = Envelope.Gmt(night.Oxygen[^1].Time),
        alertThresholdValue = (int?)null,
        numberOfEventsBelowThreshold = (int?)null,
        durationOfEventsBelowThreshold = (int?)null,
        averageSPO2 = night.AverageOxygen,
        averageSpO2HR = Math.Round(night.AverageHeartRate),
        lowestSPO2 = night.Oxygen.Min(reading => reading.Value),
    };
}
