using FsCheck;
using FsCheck.Fluent;
using GarminSync.Gateway.Activities.Tracks;

namespace GarminSync.Gateway.Tests.CentralData;

public sealed class When_records_are_thinned
{
    [Fact]
    public void No_more_are_left_than_asked_for_and_no_extreme_is_lost() =>
        Prop.ForAll(
            Gen.Choose(0, 3000).SelectMany(count => Gen.Choose(-50, 200).Select(value => value < 0 ? (double?)null : value).ListOf(count).ListOf(3)).ToArbitrary(),
            Gen.Choose(50, 800).ToArbitrary(),
            (curves, most) =>
            {
                var count = curves[0].Count;
                var picked = Thinning.Pick(count, most, [.. curves], [.. Enumerable.Range(0, Math.Max(0, count - 1)).Select(index => (index, index + 1))]);

                picked.Count.ShouldBeLessThanOrEqualTo(most);
                picked.ShouldBe(picked.Distinct().Order());
                picked.ShouldAllBe(index => index >= 0 && index < count);
                if (count > 0)
                {
                    (picked[0], picked[^1]).ShouldBe((0, count - 1));
                }

                foreach (var curve in curves)
                {
                    picked.Max(index => curve[index]).ShouldBe(curve.Max());
                    picked.Min(index => curve[index]).ShouldBe(curve.Min());
                }
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_track_keeps_its_shape_and_each_stretch_its_peak()
    {
        var curve = Enumerable.Range(0, 10_000).Select(index => (double?)(index % 500 == 250 ? 200 : 100)).ToList();

        var picked = Thinning.Pick(curve.Count, 200, [curve], []);

        picked.Zip(picked.Skip(1), (one, next) => next - one).Max().ShouldBeLessThan(200);
        picked.Count(index => curve[index] == 200).ShouldBe(20);
    }

    [Fact]
    public void A_long_time_without_a_record_is_a_hole_and_a_pause_is_none()
    {
        double?[] elapsed = [0, 10, 20, null, 30, 40, 50, 60, 70, 80, 300, 310];

        TrackHole.Of(elapsed, []).ShouldBe([new(80, 300)]);
        TrackHole.Of(elapsed, [new(85, 295)]).ShouldBeEmpty("the timer stood still");
        TrackHole.Of(elapsed, [new(85, 100)]).ShouldBe([new(80, 300)]);
        TrackHole.Of([0, 60, 120, 180], []).ShouldBeEmpty("a record a minute is usual there");
        TrackHole.Of(null, []).ShouldBeEmpty();
    }

    [Fact]
    public void Both_sides_of_each_pause_and_hole_stay_or_of_the_longest()
    {
        // Three hours, a record a second, but none from 5000 to 5400; and a pause every quarter of an hour, in which there are records.
        var elapsed = Enumerable.Range(0, 10_800).Where(second => second is <= 5000 or >= 5400).Select(second => (double?)second).ToList();
        var pauses = Enumerable.Range(1, 11).Select(number => new TrackPause((900 * number) + 0.5, (900 * number) + 20 + number)).ToList();
        var curves = new TrackCurves(elapsed, null, elapsed, null, null, null, null, null, null);
        var holes = TrackHole.Of(elapsed, pauses);
        holes.ShouldBe([new(5000, 5400)]);

        var picked = curves.Thinned(elapsed.Count, 600, pauses, holes).ElapsedSeconds!;
        picked.Count.ShouldBeLessThanOrEqualTo(600);
        foreach (var pause in pauses)
        {
            picked.ShouldContain(Math.Floor(pause.FromElapsedSeconds));
            picked.ShouldContain(pause.ToElapsedSeconds);
        }

        picked.ShouldContain(5000);
        picked.ShouldContain(5400);

        var few = curves.Thinned(elapsed.Count, 50, pauses, holes).ElapsedSeconds!;
        few.Count.ShouldBeLessThanOrEqualTo(50);
        few.ShouldContain(5000);
        few.ShouldContain(5400);
        few.ShouldContain(pauses[^1].ToElapsedSeconds, "the longest come first");
    }
}
