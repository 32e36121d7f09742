using GarminConnect.Simulator.Activities;
using GarminConnect.Simulator.Health;
using GarminConnect.Simulator.Workouts;

namespace GarminConnect.Simulator.Athletes;

/// <summary>A synthetic account. What it holds follows from its e-mail address, its seed and the day on which it was made.</summary>
internal sealed class Athlete
{
    private const long FirstWorkoutId = 1_000_000_000;
    private const long WorkoutIdsPerAthlete = 10_000;

    private readonly Lazy<ActivityLibrary> _activities;

    public Athlete(AthleteSpec spec, int number, TimeProvider clock, DateOnly today)
    {
        var now = clock.GetUtcNow();
        Spec = spec;
        Number = number;
        DisplayName = $"athlete-{number:d6}";
        Home = Hometown.Of(spec.Seed, spec.TimeZone);
        Health = new HealthHistory(spec, Home.TimeZone, clock, today);
        _activities = new Lazy<ActivityLibrary>(() => new ActivityLibrary(Season.Plan(this, now, today), Season.IdOf(this, spec.Activities)));
        Workouts = new WorkoutLibrary(FirstWorkoutId + (number * WorkoutIdsPerAthlete));
    }

    public AthleteSpec Spec { get; }

    /// <summary>Tells accounts apart in every id.</summary>
    public int Number { get; }

    public string Email => Spec.Email;

    public long ProfileId => 2_000_000L + Number;

    public long UserId => 5_000_000L + Number;

    /// <summary>Part of the addresses of some health data. An athlete can change it on the website.</summary>
    public string DisplayName
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    }

    public string FullName => $"Test Athlete {Number:d6}";

    public Guid Guid => SeededGuid.Of(Number, 0);

    public long DeviceId => 3_400_000_000L + Number;

    public Hometown Home { get; }

    public HealthHistory Health { get; }

    /// <summary>Made at the first use.</summary>
    public ActivityLibrary Activities => _activities.Value;

    /// <summary>None at the start.</summary>
    public WorkoutLibrary Workouts { get; }

    /// <summary>Looks into the activities only when the id is of this account's range.</summary>
    public bool Owns(long activityId)
    {
        var first = Season.IdOf(this, 0);
        return activityId >= first && activityId < first + Season.IdsPerAthlete && Activities.Find(activityId) is not null;
    }
}
