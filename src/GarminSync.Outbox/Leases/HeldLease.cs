namespace GarminSync.Outbox;

/// <summary>
/// A right that one process holds at a time. It is prolonged while its holder lives, and given back when it is disposed of. When the process dies, or cannot reach
/// the state store, it runs out.
/// </summary>
public sealed class HeldLease : IAsyncDisposable
{
    private const int ProlongedPerLength = 4;

    private readonly CancellationTokenSource _over = new();
    private readonly Func<TimeSpan?, Task> _set;
    private readonly Action<Exception> _failed;
    private readonly Task _prolonging;
    private bool _runsOut;

    /// <summary>Begins to prolong a right that has been taken.</summary>
    /// <param name="length">How long it lasts when it is not prolonged.</param>
    /// <param name="set">Makes it end this long from now, or gives it back when null. Must do nothing if it has another owner by now.</param>
    /// <param name="failed">Called when <paramref name="set"/> has thrown. Must not throw.</param>
    /// <param name="clock">Says when to prolong it.</param>
    internal HeldLease(TimeSpan length, Func<TimeSpan?, Task> set, Action<Exception> failed, TimeProvider clock)
    {
        (_set, _failed) = (set, failed);
        _prolonging = ProlongAsync(length, clock, _over.Token);
    }

    /// <summary>
    /// From now on, disposing only ends the prolonging and gives nothing back. For when whatever ends the lease, such as the deletion of its row, is not committed yet.
    /// </summary>
    public void LetRunOut() => _runsOut = true;

    /// <summary>Does not throw: what was done while it was held is done.</summary>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _prolonging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _over.Dispose();
        if (!_runsOut)
        {
            await TrySetAsync(null);
        }
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
            // Most likely the database is away. Then nobody else can take the lease either.
            _failed(exception);
        }
    }
}
