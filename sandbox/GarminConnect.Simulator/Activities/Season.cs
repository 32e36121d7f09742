using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Activities;

/// <summary>Makes up an athlete's past: about four activities a week, back from yesterday.</summary>
internal static class Season
{
    public const long IdsPerAthlete = 100_000;
    public const long IdsPerActivity = 5;

    private const double DaysBetween = 1.75;
    private const int ManualFromNewest = 3;
    private const int ImportedFromNewest = 5;
    private const int TriathlonFromNewest = 8;

    private static readonly Sport[] Habits =
    [
        Sports.Running, Sports.Running, Sports.Running, Sports.Running, Sports.TrailRunning, Sports.Cycling, Sports.Cycling,
        Sports.PoolSwimming, Sports.Strength, Sports.Walking, Sports.Hiking,
    ];

    /// <summary>The activities of the account, oldest first.</summary>
    public static IReadOnlyList<Activity> Plan(Athlete athlete, DateTimeOffset now, DateOnly today)
    {
        var count = athlete.Spec.Activities;
        return [.. Enumerable.Range(0, count).Reverse().Select(fromNewest => Make(athlete, count, fromNewest, now, today))];
    }

    private static Activity Make(Athlete athlete, int count, int fromNewest, DateTimeOffset now, DateOnly today)
    {
        var seed = unchecked((athlete.Spec.Seed * 7919) + (fromNewest * 104729));
        var random = new Random(seed);
        var special = athlete.Spec.Specials && count >= 10 ? fromNewest : -1;
        var sports = special switch
        {
            ManualFromNewest => [Sports.Running],
            ImportedFromNewest => [Sports.Cycling],
            TriathlonFromNewest => [Sports.OpenWaterSwimming, Sports.Cycling, Sports.Running],
            _ => new[] { Habits[random.Next(Habits.Length)] },
        };

        var day = today.AddDays(-1 - (int)Math.Floor(fromNewest * DaysBetween));
        var local = day.ToDateTime(new TimeOnly(random.Next(6, 17), random.Next(60), random.Next(60)));
        var draft = new ActivityDraft
        {
            Id = IdOf(athlete, count - 1 - fromNewest),
            StartLocal = local,
            File = special switch { ManualFromNewest => ActivityFile.None, ImportedFromNewest => ActivityFile.Gpx, _ => ActivityFile.Fit },
            Plan = [.. sports.Select((sport, index) => Leg(sport, athlete.Home, random, seed + index, shortest: sports.Length > 1))],
        };

        return ActivityMaker.Make(athlete, draft, now);
    }

    private static LegPlan Leg(Sport sport, Hometown home, Random random, int seed, bool shortest) => new(
        sport,
        random.Next(sport.MinMinutes * 60, (shortest ? sport.MinMinutes + 3 : sport.MaxMinutes) * 60) + (random.Next(1000) / 1000.0),
        random.Next(3) == 0 ? random.Next(20, 300) : 0,
        home.Latitude + ((random.NextDouble() - 0.5) * 0.05),
        home.Longitude + ((random.NextDouble() - 0.5) * 0.05),
        seed);

    /// <summary>Ids grow with time within an account and differ between accounts. Each has room for the ids of four legs.</summary>
    public static long IdOf(Athlete athlete, int index) => 20_000_000_000L + (athlete.Number * IdsPerAthlete) + (index * IdsPerActivity);
}
