namespace GarminSync.Consumers.Accounts;

/// <summary>
/// Why no login of an account is sent to Garmin now. By name and not by user, because the account may not be linked yet.
/// </summary>
internal sealed class LoginCooldown
{
    /// <summary>See <see cref="Accounts.AccountName"/>.</summary>
    public string AccountName { get; set; } = "";

    /// <summary>Garmin's 429: nobody logs in before this time.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>How many 429s in a row.</summary>
    public int Count { get; set; }

    /// <summary>The stored password was tried and did not do: the machine does not try it again before a person has logged in.</summary>
    public bool NeedsPerson { get; set; }

    /// <summary>While a login is under way: until when others wait for its end.</summary>
    public DateTimeOffset? BusyUntil { get; set; }

    /// <summary>Whose login that is.</summary>
    public Guid? BusyOwner { get; set; }
}
