namespace GarminSync.Consumers.Accounts;

/// <summary>
/// Why no login of an account is sent to Garmin at the moment. Keyed by the account's name, because the account may not be linked to a user yet.
/// </summary>
internal sealed class LoginCooldown
{
    /// <summary>See <see cref="Accounts.AccountName"/>.</summary>
    public string AccountName { get; set; } = "";

    /// <summary>Garmin answered 429: nobody logs in before this time.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>How many 429s in a row.</summary>
    public int Count { get; set; }

    /// <summary>Garmin's bot protection, or an outage, stopped a login: the stored password is not sent before this time, nor before the sign-in is open again. A person may log in.</summary>
    public DateTimeOffset? BlockedUntil { get; set; }

    /// <summary>How often in a row that was met, or found to last.</summary>
    public int Blocks { get; set; }

    /// <summary>The stored password was tried and was not enough. It is not tried again before a person has logged in.</summary>
    public bool NeedsPerson { get; set; }

    /// <summary>Until when the login that is under way has its turn; null when none is.</summary>
    public DateTimeOffset? BusyUntil { get; set; }

    /// <summary>Who has that turn.</summary>
    public Guid? BusyOwner { get; set; }
}
