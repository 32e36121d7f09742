using System.Collections.Concurrent;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// How many workers of this process are at work for each account. With what an order says of all that are, in all processes, each process takes its part of
/// <c>Garmin:RequestsPerSecond</c>, and asks nobody for it.
/// </summary>
internal sealed class AccountWorkers
{
    private readonly ConcurrentDictionary<string, int> _here = new(StringComparer.Ordinal);

    /// <summary>A worker begins. Disposing of the result ends it.</summary>
    public IDisposable Begin(string userId)
    {
        _here.AddOrUpdate(userId, 1, (_, here) => here + 1);
        return new Worker(this, userId);
    }

    /// <summary>How many turns of this process's limit a request of the order takes: 1 when all workers of the account are here, 2 when half of them are.</summary>
    public int TurnsPerRequest(IWorkOrder order)
    {
        var here = Math.Max(1, _here.GetValueOrDefault(order.UserId));
        return Math.Max(1, (order.InFlight + here - 1) / here);
    }

    private void End(string userId)
    {
        // Removed at 0 and only then, so that the table does not grow with the accounts.
        while (_here.TryGetValue(userId, out var here) && !(here == 1 ? _here.TryRemove(new(userId, here)) : _here.TryUpdate(userId, here - 1, here)))
        {
            // Another worker of the account began or ended just now.
        }
    }

    private sealed class Worker(AccountWorkers workers, string userId) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                workers.End(userId);
            }
        }
    }
}
