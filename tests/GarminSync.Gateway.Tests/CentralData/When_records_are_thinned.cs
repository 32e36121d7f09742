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
                var picked = Thinning.Pick(count, most, [.. curves]);

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

        var picked = Thinning.Pick(curve.Count, 200, [curve]);

        picked.Zip(picked.Skip(1), (one, next) => next - one).Max().ShouldBeLessThan(200);
        picked.Count(index => curve[index] == 200).ShouldBe(20);
    }
}
