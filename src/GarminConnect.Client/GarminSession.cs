namespace GarminConnect.Client;

/// <summary>
/// Access to one account at Garmin Connect: its tokens, and how to renew them. Every data call takes one. Keep it for one piece of work, or for as long as
/// nobody else renews the tokens.
/// </summary>
public sealed class GarminSession
{
    private readonly RenewTokens _renewTokens;

    private int _requestsMade;
    private int _answersReceived;
    private bool _renewedAhead;
    private string? _renewedAccessToken;

    /// <summary>A session whose tokens are renewed as the caller says; <see cref="GarminTokenClient.OpenSession"/> makes one that does it by itself.</summary>
    /// <param name="accountKey">Any text that is the account's alone. Requests of sessions with the same key wait for each other.</param>
    /// <param name="tokens">The account's tokens as they are stored.</param>
    /// <param name="renewTokens">Called shortly before the access token expires, and once more when Garmin refuses it.</param>
    public GarminSession(string accountKey, GarminTokens tokens, RenewTokens renewTokens)
    {
        AccountKey = accountKey;
        Tokens = tokens;
        _renewTokens = renewTokens;
    }

    /// <summary>The account to which requests are counted.</summary>
    public string AccountKey { get; }

    /// <summary>The tokens that are in use now.</summary>
    public GarminTokens Tokens { get; private set; }

    /// <summary>
    /// How many turns of <see cref="GarminOptions.RequestsPerSecond"/> each request takes; asked before each. Default: 1. More where other processes send requests for
    /// the account at the same time, so that all together keep to the limit, which each process counts by itself. Less than 1 counts as 1.
    /// </summary>
    public Func<int> TurnsPerRequest { get; init; } = () => 1;

    /// <summary>How many requests for data were sent, repeats included.</summary>
    public int RequestsMade => Volatile.Read(ref _requestsMade);

    /// <summary>How many calls Garmin has answered with data, or with the word that it has none. More than 0: Garmin is there for this account.</summary>
    public int AnswersReceived => Volatile.Read(ref _answersReceived);

    /// <summary>A session of tokens that are new and that nobody has stored yet. When Garmin refuses them, it ends.</summary>
    /// <param name="tokens">The new tokens.</param>
    public static GarminSession WithoutRenewal(GarminTokens tokens) =>
        new(Guid.NewGuid().ToString(), tokens, (_, _) => throw new GarminSignInNeededException()) { _renewedAhead = true };

    internal void CountRequest() => Interlocked.Increment(ref _requestsMade);

    internal void CountAnswer() => Interlocked.Increment(ref _answersReceived);

    /// <summary>Whether these are the tokens of the last renewal: to renew them again would use up a refresh token for nothing.</summary>
    internal bool HasRenewed(GarminTokens tokens) => tokens.AccessToken == _renewedAccessToken;

    internal async Task<GarminTokens> RenewAsync(GarminTokens refused, CancellationToken cancellationToken)
    {
        Tokens = await _renewTokens(refused, cancellationToken);
        _renewedAccessToken = Tokens.AccessToken;
        return Tokens;
    }

    internal async Task<GarminTokens> CurrentTokensAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var current = Tokens;
        // Once a session: tokens that live shorter than the margin would be renewed with each call.
        if (_renewedAhead || !current.AreDue(now))
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
            // The renewal failed, but the tokens at hand are still good.
            return current;
        }
    }
}
