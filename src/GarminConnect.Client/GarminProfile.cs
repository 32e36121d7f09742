using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>Who an account belongs to.</summary>
/// <remarks>Source: <c>/userprofile-service/socialProfile</c>; docs/garmin-connect.md, section 4.2.</remarks>
/// <param name="DisplayName">
/// The name that is part of the address of some calls, readable or like a GUID. Null when Garmin gives none, or one that no address can have: those calls
/// cannot be made then.
/// </param>
/// <param name="ProfileId">The number that other services of Garmin call <c>userProfilePk</c> or <c>ownerId</c>; null when Garmin gives none.</param>
/// <param name="FullName">As the person typed it; null when Garmin gives none.</param>
/// <param name="UserName">Most often the e-mail address of the account; null when Garmin gives none.</param>
public sealed record GarminProfile(string? DisplayName, long? ProfileId, string? FullName, string? UserName)
{
    private const int LongestDisplayName = 200;

    internal static GarminProfile Read(JsonElement profile) => new(
        LenientJson.Text(profile, "displayName") is { } name && IsPartOfPath(name) ? name : null,
        LenientJson.Whole(profile, "profileId"),
        LenientJson.Text(profile, "fullName"),
        LenientJson.Text(profile, "userName"));

    // "." and ".." would lead to another address, and escaping does not change them.
    private static bool IsPartOfPath(string name) => name.Length is > 0 and <= LongestDisplayName && name is not ("." or "..") && !name.Any(char.IsControl);
}
