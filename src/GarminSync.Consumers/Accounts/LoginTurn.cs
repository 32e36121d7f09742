namespace GarminSync.Consumers.Accounts;

/// <summary>The right to send one login of an account to Garmin, held by one process at a time.</summary>
internal sealed class LoginTurn : IAsyncDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly Func<Task> _release;
    private readonly Task _holding;

    /// <param name="hold">Prolongs the turn.</param>
    /// <param name="release">Gives it back.</param>
    /// <param name="every">How often it must be prolonged.</param>
    public LoginTurn(Func<Task> hold, Func<Task> release, TimeSpan every, TimeProvider clock)
    {
        _release = release;
        _holding = HoldAsync(hold, every, clock, _over.Token);
    }

    /// <summary>No login may be sent before; null when one may.</summary>
    public DateTimeOffset? LimitedUntil { get; init; }

    /// <summary>The stored password has already been tried in vain.</summary>
    public bool NeedsPerson { get; init; }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _holding;
        _over.Dispose();
        await _release();
    }

    private static async Task HoldAsync(Func<Task> hold, TimeSpan every, TimeProvider clock, CancellationToken over)
    {
        using var timer = new PeriodicTimer(every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                await hold();
            }
        }
        catch (OperationCanceledException)
        {
            // The turn is over.
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or TimeoutException)
        {
            // The state store is away: the turn runs out, and at the worst another login is sent.
        }
    }
}
