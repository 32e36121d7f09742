using FsCheck;
using FsCheck.Fluent;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Health;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Health;

/// <summary>What must hold on every day of every athlete, whatever the zone, and wherever in the day the last synchronisation was.</summary>
public class When_any_day_is_made
{
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly string[] Zones = ["Europe/Berlin", "America/Denver", "Asia/Tokyo", "Pacific/Auckland", "America/Santiago", "Asia/Kathmandu"];

    private static readonly Arbitrary<(int Seed, int Back, int Hours, string Zone)> Any = (
        from seed in Gen.Choose(0, 100_000)
        from back in Gen.Choose(0, 399)
        from hours in Gen.Choose(1, 60)
        from zone in Gen.Elements(Zones)
        select (seed, back, hours, zone)).ToArbitrary();

    [Fact]
    public void The_parts_of_a_night_add_up() => Check(day =>
    {
        if (day.Night is not { } night)
        {
            return;
        }

        night.AsleepSeconds.ShouldBe(night.DeepSeconds + night.LightSeconds + night.RemSeconds);
        (night.AsleepSeconds + night.AwakeSeconds).ShouldBe((int)(night.End - night.Start).TotalSeconds);
        night.Phases[0].Start.ShouldBe(night.Start);
        night.Phases[^1].End.ShouldBe(night.End);
        night.Phases.Zip(night.Phases.Skip(1)).ShouldAllBe(pair => pair.First.End == pair.Second.Start);
        night.End.ShouldBeInRange(day.Start, day.MeasuredUntil);
        night.Score.ShouldBeInRange(20, 100);
        night.BodyBatteryChange.ShouldBeGreaterThan(0);
    });

    [Fact]
    public void The_parts_of_a_day_add_up() => Check(day =>
    {
        if (day is not { Movement: { } moved, Stress: { } stress })
        {
            return;
        }

        var seconds = (int)(day.MeasuredUntil - day.Start).TotalSeconds;
        (moved.SleepingSeconds + moved.SedentarySeconds + moved.ActiveSeconds + moved.HighlyActiveSeconds).ShouldBe(seconds);
        moved.Quarters.Sum(quarter => quarter.Steps).ShouldBe(moved.Steps);
        moved.Quarters.ShouldAllBe(quarter => quarter.SedentarySeconds >= 0 && quarter.ActiveSeconds >= 0 && quarter.Steps >= 0);
        (stress.StressSeconds + stress.RestSeconds + stress.ActivitySeconds + stress.UncategorizedSeconds).ShouldBe(stress.TotalSeconds);
        stress.TotalSeconds.ShouldBeInRange(seconds, seconds + StressDay.SecondsBetween);
    });

    [Fact]
    public void Curves_stay_within_the_measured_day_and_hold_its_extremes() => Check(day =>
    {
        if (day is not { Heart: { } heart, BodyBattery: { } battery, Breathing: { } breathing })
        {
            return;
        }

        heart.Readings.Concat(battery.Readings).Concat(breathing.Readings).Concat(day.Oxygen!.Readings).ShouldAllBe(reading => reading.Time >= day.Start && reading.Time < day.MeasuredUntil);
        heart.Readings.Max(reading => reading.Value).ShouldBe(heart.Max);
        heart.Readings.Where(reading => reading.Value is not null).Min(reading => reading.Value).ShouldBe(heart.Min);
        heart.MinAverage.ShouldBeInRange(heart.Min, heart.MaxAverage);
        heart.MaxAverage.ShouldBeLessThanOrEqualTo(heart.Max);
        (battery.Charged - battery.Drained).ShouldBe(battery.Latest - battery.Readings[0].Value!.Value);
        battery.Readings.ShouldAllBe(reading => reading.Value >= 0 && reading.Value <= 100);
        battery.Turns.Select(turn => turn.Time).ShouldBeUnique();
    });

    [Fact]
    public void It_is_the_same_when_it_is_made_again() => Check((day, again) =>
    {
        again.Movement?.Steps.ShouldBe(day.Movement!.Steps);
        again.Heart?.Readings.ShouldBe(day.Heart!.Readings);
        again.Variability?.NightAverage.ShouldBe(day.Variability!.NightAverage);
        again.WeighIns.ShouldBe(day.WeighIns);
    });

    [Fact]
    public void An_evening_and_the_night_after_it_tell_the_same_heart_rates()
    {
        var history = History(new AthleteSpec { Email = "x@example.com", GapShare = 0 }, TimeSpan.FromHours(12));
        var evening = history.Day(new DateOnly(2026, 6, 1)).Heart!.Readings.ToDictionary(reading => reading.Time, reading => reading.Value);

        var shared = history.Days(new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 2)).SelectMany(day => day.Night!.HeartRates).Where(reading => evening.ContainsKey(reading.Time)).ToList();

        shared.Count.ShouldBeGreaterThan(100);
        shared.ShouldAllBe(reading => evening[reading.Time] == reading.Value);
    }

    private static void Check(Action<HealthDay> holds) => Check((day, _) => holds(day));

    private static void Check(Action<HealthDay, HealthDay> holds) => Prop.ForAll(Any, any =>
    {
        var spec = new AthleteSpec { Email = "x@example.com", Seed = any.Seed, TimeZone = any.Zone };
        var history = History(spec, TimeSpan.FromHours(any.Hours));
        var again = History(spec, TimeSpan.FromHours(any.Hours));
        holds(history.Day(Today.AddDays(-any.Back)), again.Day(Today.AddDays(-any.Back)));
    }).QuickCheckThrowOnFailure();

    private static HealthHistory History(AthleteSpec spec, TimeSpan sinceMidnight) =>
        new(spec, TimeZoneInfo.FindSystemTimeZoneById(spec.TimeZone ?? "Europe/Berlin"), new ManualClock(new DateTimeOffset(2026, 6, 15, 0, 0, 0, TimeSpan.Zero) + sinceMidnight), Today);
}
