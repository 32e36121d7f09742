using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The health of one athlete over the years. Keeps only what was changed from outside; a day is made anew whenever it is asked for.</summary>
internal sealed class HealthHistory
{
    private static readonly TimeSpan SyncEvery = TimeSpan.FromMinutes(15);

    private readonly AthleteSpec _spec;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _ahead;

    /// <param name="spec">What the athlete is made from.</param>
    /// <param name="home">The time zone of the athlete's days.</param>
    /// <param name="clock">The simulator's clock.</param>
    /// <param name="today">The day that the athletes think it is; the time of the day is the clock's.</param>
    public HealthHistory(AthleteSpec spec, TimeZoneInfo home, TimeProvider clock, DateOnly today)
    {
        (_spec, _clock) = (spec, clock);
        var now = clock.GetUtcNow();
        _ahead = TimeSpan.FromDays(today.DayNumber - DateOnly.FromDateTime(now.UtcDateTime).DayNumber);
        Calendar = new LocalCalendar(home, spec.Travel);
        Physique = new Physique(new Dice(unchecked((ulong)spec.Seed)));
        FirstDay = Today.AddDays(1 - spec.HealthDays);
    }

    public HealthDevice Device => _spec.Device;

    public LocalCalendar Calendar { get; }

    public Physique Physique { get; }

    public ManualEntries Entries { get; } = new();

    public DayChanges Changes { get; } = new();

    public ArchivedCurves Archive => field ??= new ArchivedCurves(_spec.CurvesKeptDays);

    /// <summary>The first day with data.</summary>
    public DateOnly FirstDay { get; }

    public DateTimeOffset Now => _clock.GetUtcNow() + _ahead;

    /// <summary>The athlete's calendar day.</summary>
    public DateOnly Today => Calendar.DayOf(Now);

    /// <summary>When the watch was last synchronised. Each quarter of an hour, unless it was set.</summary>
    public DateTimeOffset LastSync
    {
        get
        {
            var now = Now;
            var regular = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % SyncEvery.Ticks), TimeSpan.Zero);
            return Changes.LastSync is { } at && at < regular ? at : regular;
        }
    }

    public HealthDay Day(DateOnly day) => new(this, Plan(day), LastSync);

    public IEnumerable<HealthDay> Days(DateOnly from, DateOnly to) =>
        Enumerable.Range(from.DayNumber, to.DayNumber - from.DayNumber + 1).Select(day => Day(DateOnly.FromDayNumber(day)));

    public DayPlan Plan(DateOnly day)
    {
        var change = Changes.Of(day);
        return new DayPlan(day, Physique.Dice.Revised(change.Revision), Physique, new Window(Calendar.StartOf(day), Calendar.StartOf(day.AddDays(1))))
        {
            Worn = Device != HealthDevice.None && day >= FirstDay && (change.Worn ?? Physique.Dice.Unit(DiceTopic.Worn, day.DayNumber) >= _spec.GapShare),
        };
    }

    public DateTime Local(DateTimeOffset time) => Calendar.LocalOf(time);
}
