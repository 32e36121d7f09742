namespace GarminSync.Contracts;

/// <summary>The answer to <see cref="LinkGarminAccount"/>, <see cref="SubmitMfaCode"/>, <see cref="ImportGarminTokens"/> and <see cref="RedeemServiceTicket"/>.</summary>
/// <remarks>Consumers → gateway.</remarks>
public sealed record GarminLoginAnswered
{
    /// <summary>One of <see cref="GarminLoginOutcomes"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>CentralDB's id of the user; only when linked.</summary>
    public string? UserId { get; init; }

    /// <summary>Names the login that waits for a code; only when MFA is required.</summary>
    public string? LoginId { get; init; }

    /// <summary>Where Garmin sent the code, in Garmin's word (<c>email</c>, <c>sms</c>); only when MFA is required.</summary>
    public string? MfaMethod { get; init; }

    /// <summary>UTC time after which the pending login is forgotten; only when MFA is required.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>UTC time before which no login will be sent to Garmin; only when rate limited.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What happened and what to do, for a person; absent when linked.</summary>
    public string? Detail { get; init; }
}
