using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Activities;

/// <summary>The <c>metadataDTO</c> of an activity's detail: the one place with the time of the last change.</summary>
internal static class ActivityMetadata
{
    public static object Of(Athlete athlete, Activity activity)
    {
        var device = activity.File == ActivityFile.Fit;
        return new
        {
            isOriginal = activity.File != ActivityFile.None,
            deviceApplicationInstallationId = device ? 1_000_001 : (int?)null,
            agentApplicationInstallationId = (int?)null,
            agentString = (string?)null,
            fileFormat = activity.File switch
            {
                ActivityFile.Fit => new { formatId = 7, formatKey = "fit" },
                ActivityFile.Gpx => new { formatId = 5, formatKey = "gpx" },
                _ => null,
            },
            associatedCourseId = (long?)null,
            lastUpdateDate = GarminTime.Iso(activity.LastUpdate.UtcDateTime),
            uploadedDate = GarminTime.Iso(activity.Uploaded.UtcDateTime),
            videoUrl = (string?)null,
            hasPolyline = activity.Totals.StartPosition is not null,
            hasChartData = activity.File != ActivityFile.None,
            hasHrTimeInZones = true,
            hasPowerTimeInZones = false,
            userInfoDto = new
            {
                userProfilePk = athlete.ProfileId,
                displayname = athlete.DisplayName,
                fullname = athlete.FullName,
                profileImageUrlLarge = (string?)null,
                profileImageUrlMedium = (string?)null,
                profileImageUrlSmall = (string?)null,
                userPro = false,
            },
            childIds = activity.Legs.Select(leg => leg.Id),
            childActivityTypes = activity.Legs.Select(leg => ActivityTypes.Get(leg.TypeId).TypeKey),
            sensors = (object?)null,
            activityImages = Array.Empty<object>(),
            manufacturer = device ? "GARMIN" : null,
            diveNumber = (int?)null,
            lapCount = activity.LapCount,
            associatedWorkoutId = (long?)null,
            isAtpActivity = (bool?)null,
            deviceMetaDataDTO = device ? new { deviceId = athlete.DeviceId.ToString(), deviceTypePk = 37_000, deviceVersionPk = 1_000_001 } : null,
            hasIntensityIntervals = false,
            hasSplits = false,
            calendarEventInfo = (object?)null,
            groupRideUUID = (string?)null,
            hasHeatMap = false,
            personalRecord = false,
            elevationCorrected = false,
            autoCalcCalories = false,
            favorite = false,
            trimmed = false,
            manualActivity = activity.File == ActivityFile.None,
            gcj02 = false,
        };
    }
}
