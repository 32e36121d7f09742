namespace GarminSync.Outbox;

/// <summary>
/// What could not be delivered at once and is left to <see cref="OutboxSweeper"/>. While there is any, all later batches are left to it too, so that they do not
/// overtake.
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

    /// <summary>How many batches have been left since the start, those that are not committed yet apart.</summary>
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

    /// <summary>Leaves a batch whose rows are in the table. Returns whether it is the first.</summary>
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

    /// <summary>The same, only when there is a backlog already.</summary>
    public bool TryJoin()
    {
        lock (_lock)
        {
            _left += _exists ? 1 : 0;
            return _exists;
        }
    }

    /// <summary>Leaves a batch that is about to be committed, when there is a backlog or <paramref name="tryDeliver"/> says no.</summary>
    public bool LeaveUncommitted(Func<bool> tryDeliver)
    {
        lock (_lock)
        {
            _exists = _exists || !tryDeliver();
            _uncommitted += _exists ? 1 : 0;
            return _exists;
        }
    }

    /// <summary>To be called for each of those after the commit, also when that failed.</summary>
    public void Committed()
    {
        lock (_lock)
        {
            _uncommitted--;
            _left++;
        }
    }

    /// <summary>Ends the backlog when the sweep, which has found nothing in the table, cannot have missed a batch.</summary>
    /// <param name="left">What <see cref="Left"/> was before it looked.</param>
    public void TryEnd(long left)
    {
        lock (_lock)
        {
            _exists = _uncommitted > 0 || _left != left;
        }
    }
}
