using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Activities;

/// <summary>A row of the activity list, with the members that real rows have. What is null here is left out of the JSON.</summary>
internal static class ActivityRow
{
    public static object Of(Athlete athlete, Activity activity)
    {
        var (totals, sport) = (activity.Totals, activity.Sport);
        var device = activity.File == ActivityFile.Fit;
        var training = Training.Of(totals);
        return new
        {
            activityId = activity.Id,
            activityUUID = activity.Uuid,
            activityName = activity.Name,
            description = activity.Description,
            startTimeLocal = GarminTime.Blank(activity.StartLocal),
            startTimeGMT = GarminTime.Blank(activity.Start.UtcDateTime),
            activityType = ActivityTypes.Get(activity.TypeId),
            eventType = new { typeId = 9, typeKey = "uncategorized", sortOrder = 10 },
            distance = Single(totals.DistanceMeters),
            duration = Single(totals.TimerSeconds),
            elapsedDuration = Single(totals.ElapsedSeconds),
            movingDuration = totals.DistanceMeters is null ? null : (double?)Math.Floor(totals.TimerSeconds),
            elevationGain = Whole(totals.AscentMeters),
            elevationLoss = Whole(totals.DescentMeters),
            averageSpeed = Single(totals.AverageMetersPerSecond),
            maxSpeed = Single(totals.MaxMetersPerSecond),
            startLatitude = totals.StartPosition?.Latitude,
            startLongitude = totals.StartPosition?.Longitude,
            endLatitude = totals.EndPosition?.Latitude,
            endLongitude = totals.EndPosition?.Longitude,
            hasPolyline = totals.StartPosition is not null && activity.File != ActivityFile.None,
            hasImages = false,
            hasVideo = false,
            hasSplits = false,
            hasHeatMap = false,
            ownerId = athlete.ProfileId,
            ownerDisplayName = athlete.DisplayName,
            ownerFullName = athlete.FullName,
            calories = Whole(totals.Kilocalories),
            bmrCalories = Math.Round(totals.ElapsedSeconds / 41),
            averageHR = Whole(totals.AverageHeartRate),
            maxHR = Whole(totals.MaxHeartRate),
            averageRunningCadenceInStepsPerMinute = sport.OnFoot ? Whole(totals.AverageCadence * 2) : null,
            maxRunningCadenceInStepsPerMinute = sport.OnFoot ? Whole(totals.MaxCadence * 2) : null,
            maxDoubleCadence = sport.OnFoot ? Whole(totals.MaxCadence * 2) : null,
            steps = sport.OnFoot ? (int?)(totals.AverageCadence * 2 * totals.TimerSeconds / 60) : null,
            averageBikingCadenceInRevPerMinute = sport.Cycling ? Whole(totals.AverageCadence) : null,
            maxBikingCadenceInRevPerMinute = sport.Cycling ? Whole(totals.MaxCadence) : null,
            averageSwimCadenceInStrokesPerMinute = sport.PoolMeters > 0 ? Whole(totals.AverageCadence) : null,
            poolLength = sport.PoolMeters > 0 ? sport.PoolMeters : (double?)null,
            activeLengths = sport.PoolMeters > 0 ? (int?)(totals.DistanceMeters / sport.PoolMeters) : null,
            avgPower = Whole(totals.AverageWatts),
            maxPower = Whole(totals.MaxWatts),
            userRoles = Array.Empty<string>(),
            privacy = new { typeId = 2, typeKey = "private" },
            userPro = false,
            timeZoneId = athlete.Home.TimeZoneUnit,
            beginTimestamp = activity.Start.ToUnixTimeMilliseconds(),
            sportTypeId = (int)sport.FitSport,
            aerobicTrainingEffect = Single(training.Aerobic),
            anaerobicTrainingEffect = 0.0,
            trainingEffectLabel = training.Label,
            activityTrainingLoad = Single(training.Load),
            aerobicTrainingEffectMessage = training.Message,
            anaerobicTrainingEffectMessage = "NO_ANAEROBIC_BENEFIT_0",
            vO2MaxValue = sport.Running && device ? 48.0 : (double?)null,
            deviceId = device ? athlete.DeviceId : (long?)null,
            manufacturer = device ? "GARMIN" : null,
            minTemperature = device ? Whole(totals.MinCelsius) : null,
            maxTemperature = device ? Whole(totals.MaxCelsius) : null,
            minElevation = Single(totals.MinAltitudeMeters),
            maxElevation = Single(totals.MaxAltitudeMeters),
            summarizedDiveInfo = new { summarizedDiveGases = Array.Empty<string>() },
            locationName = totals.StartPosition is null ? null : athlete.Home.Name,
            lapCount = activity.LapCount,
            splitSummaries = Array.Empty<string>(),
            moderateIntensityMinutes = (int)(totals.SecondsInZone[1] / 60),
            vigorousIntensityMinutes = (int)((totals.SecondsInZone[2] + totals.SecondsInZone[3] + totals.SecondsInZone[4]) / 60),
            differenceBodyBattery = -(int)(totals.TimerSeconds / 400),
            hrTimeInZone_1 = totals.SecondsInZone[0],
            hrTimeInZone_2 = totals.SecondsInZone[1],
            hrTimeInZone_3 = totals.SecondsInZone[2],
            hrTimeInZone_4 = totals.SecondsInZone[3],
            hrTimeInZone_5 = totals.SecondsInZone[4],
            endTimeGMT = GarminTime.Blank(activity.Start.AddSeconds(totals.ElapsedSeconds).UtcDateTime),
            qualifyingDive = false,
            decoDive = false,
            autoCalcCalories = false,
            favorite = false,
            elevationCorrected = false,
            atpActivity = false,
            purposeful = false,
            manualActivity = activity.File == ActivityFile.None,
            pr = false,
            parent = activity.Legs.Count > 0,
        };
    }

    /// <summary>Rows carry single-precision numbers written out in double precision.</summary>
    private static double? Single(double? value) => (float?)value;

    private static double? Whole(int? value) => value;
}
