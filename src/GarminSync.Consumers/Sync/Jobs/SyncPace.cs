namespace GarminSync.Consumers.Sync;

/// <summary>
/// How fast the items of a job end, as seen lately: the time from one end to the next, whatever number is in flight at once. Of the first ends it is the mean; then each
/// further one counts for a part of it, so that what was long ago is forgotten. Times at which the job was paused do not count.
/// </summary>
/// <param name="SecondsPerItem">0 while nothing is known.</param>
/// <param name="Seen">How many times from one end to the next were seen.</param>
/// <param name="Since">The last end, or the begin of the work after a plan or a pause, in UTC; null while paused.</param>
internal sealed record SyncPace(double SecondsPerItem, int Seen, DateTimeOffset? Since)
{
    public static readonly SyncPace Unknown = new(0, 0, null);

    /// <summary>With fewer ends than these nothing is said.</summary>
    public const int Enough = 5;

    // About as many ends as the last minutes of a quick sync, or the last hour of a slow one, have.
    private const int Remembered = 30;

    /// <summary>Work begins, or goes on after a pause.</summary>
    public SyncPace Begin(DateTimeOffset now) => this with { Since = now };

    /// <summary>The job pauses: the time until it goes on says nothing about its pace.</summary>
    public SyncPace Pause() => this with { Since = null };

    /// <summary>Items have ended, one after the other since the last end that was told.</summary>
    /// <param name="now">The time, in UTC.</param>
    /// <param name="items">How many.</param>
    public SyncPace End(DateTimeOffset now, int items = 1)
    {
        if (Since is not { } since || items < 1)
        {
            return this;
        }

        // Clocks of processes differ a little.
        var took = Math.Max((now - since).TotalSeconds, 0) / items;
        var pace = this with { Since = now };
        for (var ended = 0; ended < items; ended++)
        {
            var seen = Math.Min(pace.Seen + 1, Remembered);
            pace = pace with { SecondsPerItem = pace.SecondsPerItem + ((took - pace.SecondsPerItem) / seen), Seen = seen };
        }

        return pace;
    }

    /// <summary>When the rest will have ended at this pace, in UTC; null when that is not known.</summary>
    /// <param name="left">How many items have not ended.</param>
    /// <param name="now">The time, in UTC.</param>
    /// <param name="pausedUntil">When a paused job goes on; null when it is not paused.</param>
    public DateTimeOffset? EndOf(int left, DateTimeOffset now, DateTimeOffset? pausedUntil)
    {
        if (Seen < Enough || left < 1)
        {
            return null;
        }

        var perItem = TimeSpan.FromSeconds(SecondsPerItem);
        // While it works the next item is on its way: it ends when it is due, or now if it is late.
        var next = pausedUntil is { } until ? Later(until, now) + perItem : Later((Since ?? now) + perItem, now);
        return next + (perItem * (left - 1));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
