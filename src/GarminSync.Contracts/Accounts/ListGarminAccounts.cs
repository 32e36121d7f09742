namespace GarminSync.Contracts;

/// <summary>Asks for the linked accounts. Answer: <see cref="GarminAccountList"/>.</summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record ListGarminAccounts
{
    /// <summary>Only this user's; absent: all.</summary>
    public string? UserId { get; init; }
}
