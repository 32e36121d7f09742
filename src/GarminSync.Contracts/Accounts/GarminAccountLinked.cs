namespace GarminSync.Contracts;

/// <summary>A Garmin account is linked, for the first time or again.</summary>
/// <remarks>Consumers → all.</remarks>
public sealed record GarminAccountLinked
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>The Garmin user name that was linked.</summary>
    public required string UserName { get; init; }

    /// <summary>Garmin's display name.</summary>
    public string? DisplayName { get; init; }
}
