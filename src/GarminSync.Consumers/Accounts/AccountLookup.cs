namespace GarminSync.Consumers.Accounts;

/// <summary>What <see cref="AccountDirectory"/> found.</summary>
internal abstract record AccountLookup
{
    private AccountLookup()
    {
    }

    public sealed record Found(GarminAccount Account) : AccountLookup;

    /// <summary>CentralDB has no such user.</summary>
    public sealed record UnknownUser : AccountLookup;

    /// <summary>The user exists but has no Garmin account; or nobody was named and nobody has one.</summary>
    public sealed record NotLinked : AccountLookup;

    /// <summary>The user is being erased.</summary>
    public sealed record BeingErased : AccountLookup;

    /// <summary>Nobody was named and several accounts are linked.</summary>
    public sealed record Ambiguous : AccountLookup;
}
