using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers about training status. An athlete whose device has none gets nulls.</summary>
internal static class TrainingStatusBodies
{
    public static object Aggregated(Athlete athlete, HealthDay day) => new
    {
        userId = athlete.ProfileId,
        mostRecentVO2Max = MaximalOxygenBodies.Latest(athlete, day),
        mostRecentTrainingLoadBalance = LoadBalance(athlete, day),
        mostRecentTrainingStatus = Status(athlete, day),
        heatAltitudeAcclimationDTO = Acclimation(athlete, day),
    };

    public static object? Status(Athlete athlete, HealthDay day) => day.Load is null ? null : new
    {
        userId = athlete.ProfileId,
        latestTrainingStatusData = new Dictionary<string, object> { [athlete.DeviceId.ToString()] = Row(athlete, day) },
        recordedDevices = DeviceBody.Recorded(athlete),
        showSelector = false,
        lastPrimarySyncDate = (string?)null,
    };

    public static object? LoadBalance(Athlete athlete, HealthDay day) => day.Load is not { } load ? null : new
    {
        userId = athlete.ProfileId,
        metricsTrainingLoadBalanceDTOMap = new Dictionary<string, object>
        {
            [athlete.DeviceId.ToString()] = new
            {
                calendarDate = GarminTime.Day(day.Day),
                deviceId = athlete.DeviceId,
                monthlyLoadAerobicLow = load.AerobicLow,
                monthlyLoadAerobicHigh = load.AerobicHigh,
                monthlyLoadAnaerobic = load.Anaerobic,
                monthlyLoadAerobicLowTargetMin = 197,
                monthlyLoadAerobicLowTargetMax = 460,
                monthlyLoadAerobicHighTargetMin = 283,
                monthlyLoadAerobicHighTargetMax = 546,
                monthlyLoadAnaerobicTargetMin = 0,
                monthlyLoadAnaerobicTargetMax = 262,
                trainingBalanceFeedbackPhrase = "BALANCED",
                primaryTrainingDevice = true,
            },
        },
        recordedDevices = DeviceBody.Recorded(athlete),
    };

    /// <summary>The athlete lives at the sea and never in the heat.</summary>
    public static object? Acclimation(Athlete athlete, HealthDay day) => day.Load is null ? null : new
    {
        calendarDate = GarminTime.Day(day.Day),
        altitudeAcclimationDate = GarminTime.Day(day.Day),
        previousAltitudeAcclimationDate = GarminTime.Day(day.Day.AddDays(-1)),
        heatAcclimationDate = GarminTime.Day(day.Day),
        previousHeatAcclimationDate = GarminTime.Day(day.Day.AddDays(-1)),
        altitudeAcclimation = 0,
        previousAltitudeAcclimation = 0,
        heatAcclimationPercentage = 0,
        previousHeatAcclimationPercentage = 0,
        heatTrend = "ACCLIMATIZED",
        altitudeTrend = "ACCLIMATIZED",
        currentAltitude = 34,
        previousAltitude = 34,
        acclimationPercentage = 0,
        previousAcclimationPercentage = 0,
        altitudeAcclimationLocalTimestamp = Envelope.Local(athlete, day.MeasuredUntil),
    };

    public static object Row(Athlete athlete, HealthDay day)
    {
        var load = day.Load!;
        return new
        {
            calendarDate = GarminTime.Day(day.Day),
            sinceDate = GarminTime.Day(day.Day),
            weeklyTrainingLoad = (int?)null,
            trainingStatus = load.Status,
            timestamp = day.MeasuredUntil.ToUnixTimeMilliseconds(),
            deviceId = athlete.DeviceId,
            loadTunnelMin = (int?)null,
            loadTunnelMax = (int?)null,
            loadLevelTrend = (int?)null,
            sport = "RUNNING",
            subSport = "GENERIC",
            fitnessTrendSport = "RUNNING",
            fitnessTrend = 2,
            trainingStatusFeedbackPhrase = load.StatusPhrase,
            trainingPaused = false,
            acuteTrainingLoadDTO = load.Ratio is not { } ratio ? null : new
            {
                acwrPercent = (int)Math.Clamp(ratio * 45, 0, 100),
                acwrStatus = load.RatioStatus,
                acwrStatusFeedback = "FEEDBACK_3",
                dailyTrainingLoadAcute = load.Acute,
                maxTrainingLoadChronic = load.Chronic * 1.5,
                minTrainingLoadChronic = load.Chronic * 0.8,
                dailyTrainingLoadChronic = load.Chronic,
                dailyAcuteChronicWorkloadRatio = ratio,
            },
            primaryTrainingDevice = true,
        };
    }
}
