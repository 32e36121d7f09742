namespace GarminConnect.Client;

/// <summary>Renews the tokens of one session, once for all of its calls, and has them saved.</summary>
#pragma warning disable CA1001 // A semaphore holds nothing to free as long as nobody asks for its wait handle.
internal sealed class SelfRenewal(GarminTokenClient client, GarminTokens tokens, Func<GarminTokens, CancellationToken, Task> save)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _turn = new(1);

    private GarminTokens _current = tokens;
    private bool _isSaved = true;

    public async Task<GarminTokens> RenewAsync(GarminTokens refused, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_current.AccessToken == refused.AccessToken)
            {
                _current = (await client.RefreshAsync(_current, cancellationToken)).TokensOrThrow();
                _isSaved = false;
            }

            if (!_isSaved)
            {
                // When this fails the next call tries again: the old refresh token is used up, so the new one must not be lost.
                await save(_current, cancellationToken);
                _isSaved = true;
            }

            return _current;
        }
        finally
        {
            _turn.Release();
        }
    }
}
