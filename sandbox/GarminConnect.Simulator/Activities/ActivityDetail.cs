using System.Text.Json;
using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Activities;

/// <summary>The body of an activity's detail. Its metadata say <c>null</c> for what is absent; the rest leaves it out.</summary>
internal static class ActivityDetail
{
    public static object Of(Athlete athlete, Activity activity) => new
    {
        activityId = activity.Id,
        activityUUID = new { uuid = activity.Uuid },
        activityName = activity.Name,
        description = activity.Description,
        userProfileId = athlete.ProfileId,
        isMultiSportParent = activity.Legs.Count > 0,
        activityTypeDTO = ActivityTypes.Get(activity.TypeId),
        eventTypeDTO = new { typeId = 9, typeKey = "uncategorized", sortOrder = 10 },
        accessControlRuleDTO = new { typeId = 2, typeKey = "private" },
        timeZoneUnitDTO = new { unitId = athlete.Home.TimeZoneUnit, unitKey = athlete.Home.TimeZoneId, factor = 0.0, timeZone = athlete.Home.TimeZoneId },
        metadataDTO = JsonSerializer.SerializeToNode(ActivityMetadata.Of(athlete, activity), GarminJson.WithNulls),
        summaryDTO = Summary(activity),
        locationName = activity.Totals.StartPosition is null ? null : athlete.Home.Name,
    };

    private static object Summary(Activity activity)
    {
        var (totals, sport, training) = (activity.Totals, activity.Sport, Training.Of(activity.Totals));
        return new
        {
            startTimeLocal = GarminTime.Iso(activity.StartLocal),
            startTimeGMT = GarminTime.Iso(activity.Start.UtcDateTime),
            startLatitude = totals.StartPosition?.Latitude,
            startLongitude = totals.StartPosition?.Longitude,
            distance = totals.DistanceMeters,
            duration = totals.TimerSeconds,
            movingDuration = Math.Floor(totals.TimerSeconds),
            elapsedDuration = totals.ElapsedSeconds,
            elevationGain = (double?)totals.AscentMeters,
            elevationLoss = (double?)totals.DescentMeters,
            maxElevation = totals.MaxAltitudeMeters,
            minElevation = totals.MinAltitudeMeters,
            averageSpeed = totals.AverageMetersPerSecond,
            averageMovingSpeed = totals.AverageMetersPerSecond,
            maxSpeed = totals.MaxMetersPerSecond,
            calories = (double)totals.Kilocalories,
            averageHR = (double)totals.AverageHeartRate,
            maxHR = (double)totals.MaxHeartRate,
            minHR = (double)totals.MinHeartRate,
            averageRunCadence = sport.OnFoot ? (double?)totals.AverageCadence * 2 : null,
            maxRunCadence = sport.OnFoot ? (double?)totals.MaxCadence * 2 : null,
            averageTemperature = (totals.MinCelsius + totals.MaxCelsius) / 2.0,
            maxTemperature = (double)totals.MaxCelsius,
            minTemperature = (double)totals.MinCelsius,
            averagePower = (double?)totals.AverageWatts,
            maxPower = (double?)totals.MaxWatts,
            trainingEffect = training.Aerobic,
            anaerobicTrainingEffect = 0.0,
            aerobicTrainingEffectMessage = training.Message,
            anaerobicTrainingEffectMessage = "NO_ANAEROBIC_BENEFIT_0",
            endLatitude = totals.EndPosition?.Latitude,
            endLongitude = totals.EndPosition?.Longitude,
            trainingEffectLabel = training.Label,
            activityTrainingLoad = training.Load,
        };
    }
}
