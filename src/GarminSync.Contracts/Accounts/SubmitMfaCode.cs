namespace GarminSync.Contracts;

/// <summary>Second step of a login whose answer was <see cref="GarminLoginOutcomes.MfaRequired"/>. Answer: <see cref="GarminLoginAnswered"/>.</summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record SubmitMfaCode
{
    /// <summary>From <see cref="GarminLoginAnswered.LoginId"/>.</summary>
    public required string LoginId { get; init; }

    /// <summary>The code that Garmin sent, sealed (<c>gs2.…</c>).</summary>
    public required string SealedCode { get; init; }
}
