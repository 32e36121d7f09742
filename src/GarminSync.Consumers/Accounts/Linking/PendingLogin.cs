namespace GarminSync.Consumers.Accounts;

/// <summary>A login that waits for the code that Garmin sent. Any process can finish it.</summary>
internal sealed class PendingLogin
{
    /// <summary>The id under which the caller finishes it; cannot be guessed.</summary>
    public string LoginId { get; set; } = "";

    /// <summary>See <see cref="Accounts.AccountName"/>.</summary>
    public string AccountName { get; set; } = "";

    /// <summary>The sealed <see cref="PendingLoginState"/>.</summary>
    public string SealedState { get; set; } = "";

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>How many wrong codes were tried.</summary>
    public int Tries { get; set; }

    /// <summary>Until when the code that is being tried has its turn; null when none is.</summary>
    public DateTimeOffset? BusyUntil { get; set; }
}
