namespace GarminConnect.Client;

/// <summary>One account's access to Garmin Connect during one piece of work.</summary>
/// <param name="accountKey">What the account's share of requests is counted by.</param>
/// <param name="tokens">Its tokens as stored.</param>
/// <param name="renewTokens">Called ahead of expiry, and once when Garmin refuses the tokens.</param>
internal sealed class GarminSession(string accountKey, GarminTokens tokens, RenewTokens renewTokens)
{
    /// <summary>Tokens are renewed when less than this is left of them.</summary>
    public static readonly TimeSpan RenewalMargin = TimeSpan.FromMinutes(15);

    private int _requestsMade;
    private bool _renewedAhead;

    public string AccountKey { get; } = accountKey;

    public GarminTokens Tokens { get; private set; } = tokens;

    /// <summary>How many requests for data were sent, repeats included.</summary>
    public int RequestsMade => Volatile.Read(ref _requestsMade);

    /// <summary>A session of tokens that are only just made, and that nobody stored yet.</summary>
    public static GarminSession WithoutRenewal(GarminTokens tokens) =>
        new(Guid.NewGuid().ToString(), tokens, (_, _) => throw new GarminSignInNeededException()) { _renewedAhead = true };

    internal void CountRequest() => Interlocked.Increment(ref _requestsMade);

    internal async Task<GarminTokens> RenewAsync(GarminTokens refused, CancellationToken cancellationToken) =>
        Tokens = await renewTokens(refused, cancellationToken);

    internal async Task<GarminTokens> CurrentTokensAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var current = Tokens;
        // Once a session: tokens that live shorter than the margin would be renewed with each call.
        if (_renewedAhead || current.AccessTokenExpiresAt > now + RenewalMargin)
        {
            return current;
        }

        _renewedAhead = true;
        try
        {
            return await RenewAsync(current, cancellationToken);
        }
        catch (Exception exception) when (exception is GarminUnreachableException or GarminRateLimitedException && current.AccessTokenExpiresAt > now)
        {
            // Ahead of time and in vain: the tokens at hand still serve.
            return current;
        }
    }
}
