namespace GarminSync.Testing;

/// <summary>A timer of a <see cref="ManualClock"/>.</summary>
internal sealed class ManualTimer(ManualClock clock, Action callback) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    internal DateTimeOffset Due { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
        clock.Schedule(this, dueTime);
        return true;
    }

    public void Dispose() => clock.Schedule(this, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <param name="lastBefore">Null: the next tick comes after a period. Else the last one up to that time comes next.</param>
    internal void Fire(DateTimeOffset? lastBefore)
    {
        var next = _period;
        if (lastBefore is { } end && _period > TimeSpan.Zero && end - Due > _period)
        {
            next = (end - Due).Ticks / _period.Ticks * _period;
        }

        clock.Schedule(this, next);
        callback();
    }
}
