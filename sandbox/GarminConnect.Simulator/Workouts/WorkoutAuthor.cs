using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Workouts;

/// <summary>Who made a workout.</summary>
internal static class WorkoutAuthor
{
    public static object Of(Athlete athlete) => new
    {
        userProfilePk = athlete.ProfileId,
        displayName = athlete.DisplayName,
        fullName = athlete.FullName,
        profileImgNameLarge = (string?)null,
        profileImgNameMedium = (string?)null,
        profileImgNameSmall = (string?)null,
        userPro = false,
        vivokidUser = false,
    };
}
