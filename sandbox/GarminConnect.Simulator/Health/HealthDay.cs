namespace GarminConnect.Simulator.Health;

/// <summary>
/// The truth of one athlete on one day of the athlete's calendar: every answer of the simulator about the day is written from this. What the watch did not
/// measure, because it was not worn, has not synchronised or cannot, is null. Parts are made when they are first looked at.
/// </summary>
public sealed class HealthDay
{
    private readonly DayPlan _plan;
    private readonly HealthHistory _history;

    internal HealthDay(HealthHistory history, DayPlan plan, DateTimeOffset lastSync)
    {
        (_history, _plan) = (history, plan);
        MeasuredUntil = lastSync < plan.Hours.From || !plan.Worn ? plan.Hours.From : lastSync < plan.Hours.To ? lastSync : plan.Hours.To;
        After = history.Plan(plan.Day.AddDays(1));
        Signals = new Signals(history.Plan(plan.Day.AddDays(-1)), plan, After);
    }

    public DateOnly Day => _plan.Day;

    /// <summary>UTC of the midnight with which the day begins.</summary>
    public DateTimeOffset Start => _plan.Hours.From;

    /// <summary>UTC of the midnight with which the day ends.</summary>
    public DateTimeOffset End => _plan.Hours.To;

    /// <summary>UTC up to which the watch has measured and synchronised; <see cref="Start"/> when it has not.</summary>
    public DateTimeOffset MeasuredUntil { get; }

    /// <summary>Whether the watch measured anything.</summary>
    public bool Measured => MeasuredUntil > Start;

    /// <summary>Whether the day is over and all of it has synchronised.</summary>
    public bool Complete => Measured && MeasuredUntil == End;

    public Movement? Movement => field ??= Measured ? MovementMaker.Make(this) : null;

    public HeartDay? Heart => field ??= Measured ? HeartMaker.Make(this) : null;

    /// <summary>The night that ended on this day.</summary>
    public Night? Night => field ??= Awake ? NightMaker.Make(this) : null;

    /// <summary>The heart rate variability of the night.</summary>
    public HeartVariability? Variability => field ??= Awake && Watch ? VariabilityMaker.Make(this) : null;

    public StressDay? Stress => field ??= Measured ? StressMaker.Make(this) : null;

    public BodyBattery? BodyBattery => field ??= Measured ? BodyBatteryMaker.Make(this) : null;

    public Breathing? Breathing => field ??= Measured ? BreathingMaker.Make(this) : null;

    public Oxygen? Oxygen => field ??= Measured && Watch ? OxygenMaker.Make(this) : null;

    /// <summary>Readiness for training, oldest first; the first after the night counts as the day's.</summary>
    public IReadOnlyList<Readiness> Readiness => field ??= Awake && Watch ? ReadinessMaker.Make(this) : [];

    public TrainingLoad? Load => field ??= Measured && Watch ? TrainingLoadMaker.Make(this) : null;

    /// <summary>The maximal oxygen uptake, when this day's training gave a new one.</summary>
    public double? MaximalOxygen => Measured && Watch ? FitnessMaker.NewMaximalOxygen(this) : null;

    public Fitness? Fitness => field ??= Measured && Watch ? FitnessMaker.Make(this) : null;

    /// <summary>What the athlete drank and sweated. Typed in by hand, so without a watch too.</summary>
    public Hydration Hydration => field ??= HydrationMaker.Make(this);

    /// <summary>On the scale, oldest first; without a watch too.</summary>
    public IReadOnlyList<WeighIn> WeighIns => field ??= [.. WeighInMaker.Make(this).Concat(_history.Entries.WeighIns(Day)).OrderBy(entry => entry.Time)];

    /// <summary>Oldest first; with a watch's cuff or typed in.</summary>
    public IReadOnlyList<BloodPressure> BloodPressures => field ??=
        [.. BloodPressureMaker.Make(this).Concat(_history.Entries.BloodPressures(Day)).OrderBy(entry => entry.Time)];

    internal HealthHistory History => _history;

    internal DayPlan Plan => _plan;

    internal DayPlan After { get; }

    internal Signals Signals { get; }

    /// <summary>Whether the day's training is over and has synchronised.</summary>
    internal bool Exercised => _plan.Exercise is { } exercise && Measured && exercise.To <= MeasuredUntil;

    internal int ExerciseLoad => Exercised ? _plan.Load : 0;

    internal bool InHistory => Day >= _history.FirstDay && Start <= _history.Now;

    internal bool Watch => _history.Device == HealthDevice.Watch;

    /// <summary>Whether the night has synchronised, which takes some minutes after waking.</summary>
    private bool Awake => Measured && MeasuredUntil >= _plan.Sleep.To.AddMinutes(10);

    /// <summary>The times of a grid in the measured part of the day.</summary>
    internal IEnumerable<DateTimeOffset> Every(int seconds) => Times(Start, MeasuredUntil, seconds);

    /// <summary>The times of a grid, which is the same on each day, in a night.</summary>
    internal IEnumerable<DateTimeOffset> EveryOfNight(int seconds) =>
        Times(_plan.Sleep.From.AddSeconds(seconds - (_plan.Sleep.From.ToUnixTimeSeconds() % seconds)), _plan.Sleep.To, seconds);

    private static IEnumerable<DateTimeOffset> Times(DateTimeOffset from, DateTimeOffset to, int seconds)
    {
        for (var time = from; time < to; time = time.AddSeconds(seconds))
        {
            yield return time;
        }
    }
}
