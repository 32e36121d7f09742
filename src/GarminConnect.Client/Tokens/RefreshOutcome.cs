namespace GarminConnect.Client;

/// <summary>How a refresh of tokens ended.</summary>
internal abstract record RefreshOutcome
{
    private RefreshOutcome()
    {
    }

    /// <summary>New tokens; save them before the first use, for the old refresh token no longer works.</summary>
    internal sealed record Refreshed(GarminTokens Tokens) : RefreshOutcome;

    /// <summary>The refresh token is used, expired or revoked; only a new sign-in helps.</summary>
    internal sealed record SignInNeeded : RefreshOutcome;

    /// <summary>The old tokens still stand; do not ask before then.</summary>
    internal sealed record RateLimited(DateTimeOffset Until) : RefreshOutcome;

    /// <summary>The old tokens still stand; try later.</summary>
    internal sealed record Unreachable(string Reason) : RefreshOutcome;

    /// <summary>The new tokens, or the exception by which data calls say the same.</summary>
    /// <exception cref="GarminSignInNeededException">…</exception>
    /// <exception cref="GarminRateLimitedException">…</exception>
    /// <exception cref="GarminUnreachableException">…</exception>
    public GarminTokens TokensOrThrow() => this switch
    {
        Refreshed refreshed => refreshed.Tokens,
        SignInNeeded => throw new GarminSignInNeededException(),
        RateLimited limited => throw new GarminRateLimitedException(limited.Until),
        Unreachable unreachable => throw new GarminUnreachableException("the refresh of the tokens", unreachable.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
