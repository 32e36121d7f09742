namespace GarminSync.Consumers.Accounts;

/// <summary>
/// What the service itself knows of a linked account. Passwords and tokens are in CentralDB, and here only on their way there; a lost row is made again from there.
/// </summary>
internal sealed class GarminAccount
{
    /// <summary>CentralDB's id of the user.</summary>
    public string UserId { get; set; } = "";

    public string UserName { get; set; } = "";

    public string? DisplayName { get; set; }

    /// <summary>False after unlinking; the row stays, because jobs refer to it.</summary>
    public bool Linked { get; set; }

    /// <summary>Garmin refused the refresh token and the password, or asks for something that only a person can give.</summary>
    public bool NeedsLogin { get; set; }

    public DateTimeOffset LinkedAt { get; set; }

    public DateTimeOffset? TokenExpiresAt { get; set; }

    /// <summary>Garmin's 429: no request before this time.</summary>
    public DateTimeOffset? RateLimitedUntil { get; set; }

    /// <summary>How many pauses of unknown length (a 429 that does not say until when) there were since something last went well.</summary>
    public int RateLimitsInRow { get; set; }

    public DateTimeOffset? LastSyncAt { get; set; }

    /// <summary>The one job of this account that runs; the others queue.</summary>
    public Guid? ActiveJobId { get; set; }

    /// <summary>The athlete's offset from UTC in seconds, as last seen in Garmin's answers: which day is today there.</summary>
    public int? UtcOffsetSeconds { get; set; }

    /// <summary>While one process renews the tokens: until when the others wait for it.</summary>
    public DateTimeOffset? RenewalLeaseUntil { get; set; }

    /// <summary>Who has that lease.</summary>
    public Guid? RenewalLeaseOwner { get; set; }

    /// <summary>Renewed tokens that CentralDB may not have yet, sealed.</summary>
    public string? UnsavedTokens { get; set; }
}
