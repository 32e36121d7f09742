namespace GarminSync.Consumers.Accounts;

/// <summary>
/// Garmin's bot protection, or an outage, has stopped a login with the stored password. That says nothing about the account, and another login would prolong the block.
/// </summary>
/// <param name="until">When it is looked at again; UTC.</param>
internal sealed class LoginBlockedException(DateTimeOffset until)
    : Exception($"Garmin lets no login through from here at the moment; the stored password is not sent before {until:u}. A login by a person helps at once.")
{
    /// <summary>When it is looked at again; UTC.</summary>
    public DateTimeOffset Until { get; } = until;
}
