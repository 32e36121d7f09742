namespace GarminSync.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Timers made from it, and so <c>Task.Delay</c>, fire while it is moved, in order of their due times.
/// </summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    // Of one timer in one move: one of each second would fire millions of times in a month.
    private const int MostTicks = 5000;

    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start.ToUniversalTime();

    public ManualClock()
        : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Timers that are waiting, such as delays not yet over: lets a test wait until the code under test has gone to sleep.</summary>
    public int WaitingTimers
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Moves the clock, firing what falls due on the way at its own time. A timer that would tick thousands of times leaves ticks out, as it does on a machine that was
    /// asleep, but not the last one.
    /// </summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var target = GetUtcNow() + by;
        var ticks = new Dictionary<ManualTimer, int>();
        while (NextDue(target) is { } timer)
        {
            ticks[timer] = ticks.GetValueOrDefault(timer) + 1;
            timer.Fire(ticks[timer] == MostTicks ? target : null);
        }

        lock (_lock)
        {
            _now = target;
        }
    }

    internal void Schedule(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + dueTime;
            _timers.Add(timer);
        }

        if (dueTime == TimeSpan.Zero)
        {
            Advance(TimeSpan.Zero);
        }
    }

    private ManualTimer? NextDue(DateTimeOffset target)
    {
        lock (_lock)
        {
            if (_timers.MinBy(timer => timer.Due) is not { } next || next.Due > target)
            {
                return null;
            }

            _now = next.Due;
            _timers.Remove(next);
            return next;
        }
    }
}
