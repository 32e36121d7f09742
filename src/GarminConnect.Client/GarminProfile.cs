using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>Who the account belongs to. Source: <c>/userprofile-service/socialProfile</c>.</summary>
/// <param name="DisplayName">
/// The name in the paths of some calls; readable, or like a GUID. Null when there is none that can stand in a path: those calls are then refused.
/// </param>
/// <param name="ProfileId">The number that other services call <c>userProfilePk</c> or <c>ownerId</c>.</param>
internal sealed record GarminProfile(string? DisplayName, long? ProfileId, string? FullName, string? UserName)
{
    private const int LongestDisplayName = 200;

    public static GarminProfile Read(JsonElement profile) => new(
        LenientJson.Text(profile, "displayName") is { } name && IsPartOfPath(name) ? name : null,
        LenientJson.Whole(profile, "profileId"),
        LenientJson.Text(profile, "fullName"),
        LenientJson.Text(profile, "userName"));

    // Escaping keeps the others in their place; these two it lets through, and they lead up.
    private static bool IsPartOfPath(string name) => name.Length is > 0 and <= LongestDisplayName && name is not ("." or "..") && !name.Any(char.IsControl);
}
