namespace GarminConnect.Client;

/// <summary>How a refresh of tokens ended.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 3.3.</remarks>
public abstract record RefreshOutcome
{
    private RefreshOutcome()
    {
    }

    /// <summary>There are new tokens.</summary>
    /// <param name="Tokens">Save them before the first use: the old refresh token no longer works.</param>
    public sealed record Refreshed(GarminTokens Tokens) : RefreshOutcome;

    /// <summary>The refresh token is used, expired or revoked; only a new sign-in helps.</summary>
    public sealed record SignInNeeded : RefreshOutcome;

    /// <summary>Garmin limits refreshes. The old tokens are as good as before.</summary>
    /// <param name="Until">Do not ask before then; UTC.</param>
    public sealed record RateLimited(DateTimeOffset Until) : RefreshOutcome;

    /// <summary>No usable answer came; try later. The old tokens are as good as before, unless the answer was lost on its way.</summary>
    /// <param name="Reason">What went wrong, as the end of a sentence.</param>
    public sealed record Unreachable(string Reason) : RefreshOutcome;

    /// <summary>The new tokens, or the exception by which data calls say the same.</summary>
    /// <exception cref="GarminSignInNeededException">For <see cref="SignInNeeded"/>.</exception>
    /// <exception cref="GarminRateLimitedException">For <see cref="RateLimited"/>.</exception>
    /// <exception cref="GarminUnreachableException">For <see cref="Unreachable"/>.</exception>
    public GarminTokens TokensOrThrow() => this switch
    {
        Refreshed refreshed => refreshed.Tokens,
        SignInNeeded => throw new GarminSignInNeededException(),
        RateLimited limited => throw new GarminRateLimitedException(limited.Until),
        Unreachable unreachable => throw new GarminUnreachableException("the refresh of the tokens", unreachable.Reason) { ConcernsTokens = true },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
