using System.Text.Json;

namespace GarminSync.Consumers.GarminConnect;

/// <summary>Who the account belongs to. Source: <c>/userprofile-service/socialProfile</c>.</summary>
/// <param name="DisplayName">The name in the paths of some calls; readable, or like a GUID. Without it those calls are refused.</param>
/// <param name="ProfileId">The number that other services call <c>userProfilePk</c> or <c>ownerId</c>.</param>
internal sealed record GarminProfile(string? DisplayName, long? ProfileId, string? FullName, string? UserName)
{
    public static GarminProfile Read(JsonElement profile) => new(
        LenientJson.Text(profile, "displayName"),
        LenientJson.Whole(profile, "profileId"),
        LenientJson.Text(profile, "fullName"),
        LenientJson.Text(profile, "userName"));
}
