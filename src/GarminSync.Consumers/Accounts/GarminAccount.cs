namespace GarminSync.Consumers.Accounts;

/// <summary>
/// What the service itself knows of a linked account. Written by <see cref="AccountStates"/> alone. Passwords and tokens are in CentralDB, and in this row only
/// while they are on their way there; a lost row is made again from CentralDB.
/// </summary>
internal sealed class GarminAccount
{
    /// <summary>CentralDB's id of the user.</summary>
    public string UserId { get; set; } = "";

    public string UserName { get; set; } = "";

    public string? DisplayName { get; set; }

    /// <summary>False after unlinking; the row stays, because jobs refer to it.</summary>
    public bool Linked { get; set; }

    /// <summary>Only a person can log in: Garmin refused the refresh token and the password, or asks for a code or a CAPTCHA.</summary>
    public bool NeedsLogin { get; set; }

    /// <summary>While a login is needed: when the stored tokens are tried again, in case they work. Null: a login is not needed, or was noted by an older version; then they are tried soon.</summary>
    public DateTimeOffset? NextTokenTryAt { get; set; }

    /// <summary>How often they were tried since a login is needed.</summary>
    public int TokenTries { get; set; }

    public DateTimeOffset LinkedAt { get; set; }

    public DateTimeOffset? TokenExpiresAt { get; set; }

    /// <summary>Garmin's 429: no request before this time.</summary>
    public DateTimeOffset? RateLimitedUntil { get; set; }

    /// <summary>How many pauses after a 429 there were since work last went well.</summary>
    public int RateLimitsInRow { get; set; }

    public DateTimeOffset? LastSyncAt { get; set; }

    /// <summary>The only job of this account that may run; its other jobs wait.</summary>
    public Guid? ActiveJobId { get; set; }

    /// <summary>The athlete's offset from UTC in seconds, as last seen in Garmin's answers; tells which day it is for the athlete.</summary>
    public int? UtcOffsetSeconds { get; set; }

    /// <summary>Until when the process that renews the tokens has the right to; null when none does.</summary>
    public DateTimeOffset? RenewalLeaseUntil { get; set; }

    /// <summary>Who has that right.</summary>
    public Guid? RenewalLeaseOwner { get; set; }

    /// <summary>Renewed tokens that CentralDB may not have yet, sealed.</summary>
    public string? UnsavedTokens { get; set; }
}
