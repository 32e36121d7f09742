namespace GarminSync.Contracts;

/// <summary>Garmin wants a person to log in again; the account's jobs wait until then.</summary>
/// <remarks>Consumers → all.</remarks>
public sealed record GarminReauthenticationRequired
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>Why, for a person.</summary>
    public required string Reason { get; init; }
}
