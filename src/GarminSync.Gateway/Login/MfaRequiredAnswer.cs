namespace GarminSync.Gateway.Login;

/// <summary>Garmin sent the athlete a code; the login goes on with <c>POST /api/garmin/login/mfa</c>.</summary>
internal sealed record MfaRequiredAnswer
{
    public required string Message { get; init; }

    /// <summary>Always true.</summary>
    public bool MfaRequired { get; } = true;

    /// <summary>Names this login in the next call.</summary>
    public required string LoginId { get; init; }

    /// <summary>Where Garmin sent the code: <c>email</c> or <c>sms</c>.</summary>
    public required string Method { get; init; }

    /// <summary>UTC time after which the login has to be begun again.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
