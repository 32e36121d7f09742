namespace GarminSync.Bus.Secrets;

/// <summary>What a secret is for, and whose it is. A sealed value opens only for the use it was sealed for.</summary>
public readonly record struct SecretUse
{
    private SecretUse(string purpose, string owner) => (Purpose, Owner) = (purpose, owner);

    // Both are part of what is sealed: a word or an owner that changes makes stored values unreadable.
    internal string Purpose { get; }

    internal string Owner { get; }

    /// <summary>The password in a <c>LinkGarminAccount</c> for this Garmin user name.</summary>
    public static SecretUse LoginPassword(string userName) => new("login-password", userName);

    /// <summary>The code in a <c>SubmitMfaCode</c> for this pending login.</summary>
    public static SecretUse LoginCode(string loginId) => new("login-code", loginId);

    /// <summary>The ticket in a <c>RedeemServiceTicket</c> for the user with this e-mail; null when the message names none.</summary>
    public static SecretUse LoginTicket(string? email) => new("login-ticket", email ?? "");

    /// <summary>The token file in an <c>ImportGarminTokens</c> for the user with this e-mail; null when the message names none.</summary>
    public static SecretUse LoginTokens(string? email) => new("login-tokens", email ?? "");

    /// <summary>What is kept of the login with this id while it waits for a code.</summary>
    public static SecretUse PendingLogin(string loginId) => new("pending-login", loginId);

    /// <summary>The stored Garmin password of this CentralDB user.</summary>
    public static SecretUse StoredPassword(string userId) => new("stored-password", userId);

    /// <summary>The stored access token of this CentralDB user.</summary>
    public static SecretUse StoredAccessToken(string userId) => new("stored-access-token", userId);

    /// <summary>The stored refresh token of this CentralDB user.</summary>
    public static SecretUse StoredRefreshToken(string userId) => new("stored-refresh-token", userId);

    /// <summary>Renewed tokens of this CentralDB user that CentralDB may not have yet.</summary>
    public static SecretUse UnsavedTokens(string userId) => new("unsaved-tokens", userId);

    /// <summary>Names purpose and owner, for messages.</summary>
    public override string ToString() => Owner.Length == 0 ? Purpose : $"{Purpose} of '{Owner}'";
}
