namespace GarminSync.Contracts;

/// <summary>The answer to <see cref="ListGarminAccounts"/>.</summary>
/// <remarks>Consumers → gateway.</remarks>
public sealed record GarminAccountList
{
    /// <summary>The linked accounts, by user id; empty when none is.</summary>
    public required IReadOnlyList<GarminAccountStatus> Accounts { get; init; }
}
