namespace GarminSync.Consumers.Accounts;

/// <summary>A login that waits for the code that Garmin sent. Any process can go on with it.</summary>
internal sealed class PendingLogin
{
    /// <summary>What the caller names it by; not to be guessed.</summary>
    public string LoginId { get; set; } = "";

    /// <summary>See <see cref="Accounts.AccountName"/>.</summary>
    public string AccountName { get; set; } = "";

    /// <summary>The sealed <see cref="PendingLoginState"/>.</summary>
    public string SealedState { get; set; } = "";

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>How many wrong codes Garmin was sent.</summary>
    public int Tries { get; set; }

    /// <summary>While a code is being sent: until when another one waits.</summary>
    public DateTimeOffset? BusyUntil { get; set; }
}
