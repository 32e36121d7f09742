namespace GarminSync.Outbox;

/// <summary>
/// A right that is held by one process at a time. It is prolonged as long as its holder lives, and given back when it is disposed of; of a process that dies, or
/// that has lost the state store, it runs out.
/// </summary>
internal sealed class HeldLease : IAsyncDisposable
{
    private const int ProlongedPerLength = 4;

    private readonly CancellationTokenSource _over = new();
    private readonly Func<TimeSpan?, Task> _set;
    private readonly Action<Exception> _failed;
    private readonly Task _prolonging;

    /// <param name="length">How long it lasts when nobody prolongs it.</param>
    /// <param name="set">Makes it last so much longer from now; null gives it back. Must leave alone one that has another owner by now.</param>
    /// <param name="failed">Told when that did not work.</param>
    /// <param name="clock">Says when to prolong it.</param>
    public HeldLease(TimeSpan length, Func<TimeSpan?, Task> set, Action<Exception> failed, TimeProvider clock)
    {
        (_set, _failed) = (set, failed);
        _prolonging = ProlongAsync(length, clock, _over.Token);
    }

    /// <summary>Does not throw: whatever was done while it was held has been done.</summary>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _prolonging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _over.Dispose();
        await TrySetAsync(null);
    }

    private async Task ProlongAsync(TimeSpan length, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(length / ProlongedPerLength, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await TrySetAsync(length);
        }
    }

    private async Task TrySetAsync(TimeSpan? length)
    {
        try
        {
            await _set(length);
        }
        catch (Exception exception)
        {
            // The database, most likely; then nobody else can take it either, and it runs out.
            _failed(exception);
        }
    }
}
