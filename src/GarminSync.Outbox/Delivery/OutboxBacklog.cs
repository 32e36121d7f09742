namespace GarminSync.Outbox;

/// <summary>
/// Batches that could not be delivered at once and are left in the table, to <see cref="OutboxSweeper"/>. While there are any, all later batches are left to it too,
/// so that they do not overtake.
/// </summary>
internal sealed class OutboxBacklog
{
    private readonly Lock _lock = new();
    private bool _exists;
    private int _uncommitted;
    private long _left;

    public bool Exists
    {
        get
        {
            lock (_lock)
            {
                return _exists;
            }
        }
    }

    /// <summary>How many committed batches have been left to the sweep since the start of the process.</summary>
    public long Left
    {
        get
        {
            lock (_lock)
            {
                return _left;
            }
        }
    }

    /// <summary>Leaves a committed batch. Returns whether the backlog begins with it.</summary>
    public bool Leave()
    {
        lock (_lock)
        {
            var first = !_exists;
            _exists = true;
            _left++;
            return first;
        }
    }

    /// <summary>Leaves a committed batch if there is a backlog already. Returns whether it was left.</summary>
    public bool TryJoin()
    {
        lock (_lock)
        {
            _left += _exists ? 1 : 0;
            return _exists;
        }
    }

    /// <summary>Leaves a batch that is about to be committed, if there is a backlog or <paramref name="tryDeliver"/> returns false. Returns whether it was left.</summary>
    public bool LeaveUncommitted(Func<bool> tryDeliver)
    {
        lock (_lock)
        {
            _exists = _exists || !tryDeliver();
            _uncommitted += _exists ? 1 : 0;
            return _exists;
        }
    }

    /// <summary>To be called after the commit of each batch that <see cref="LeaveUncommitted"/> left, also when the commit failed.</summary>
    public void Committed()
    {
        lock (_lock)
        {
            _uncommitted--;
            _left++;
        }
    }

    /// <summary>Ends the backlog after a sweep that found nothing, unless a batch was left meanwhile, which that sweep may have missed.</summary>
    /// <param name="left">What <see cref="Left"/> was before the sweep looked.</param>
    public void TryEnd(long left)
    {
        lock (_lock)
        {
            _exists = _uncommitted > 0 || _left != left;
        }
    }
}
