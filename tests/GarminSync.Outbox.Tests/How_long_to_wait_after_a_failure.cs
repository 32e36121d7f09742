using FsCheck;
using FsCheck.Fluent;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class How_long_to_wait_after_a_failure
{
    private static readonly BackOff TenSeconds = new(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(15));

    // From a tick to centuries, from constant to a thousandfold, with and without jitter.
    private static readonly Arbitrary<BackOff> BackOffs = (
        from first in Gen.Choose(1, int.MaxValue)
        from more in Gen.Choose(0, int.MaxValue)
        from scale in Gen.Elements(1L, 1000L, 10_000_000L)
        from factor in Gen.Elements(1, 1.1, 1.5, 2, 3, 1000)
        from jitter in Gen.Elements(0, 0.1, 0.5, 1, 10)
        select new BackOff(TimeSpan.FromTicks(first * scale), TimeSpan.FromTicks((first + (long)more) * scale), factor, jitter)).ToArbitrary();

    private static readonly Arbitrary<int> Failures = Gen.Frequency((3, Gen.Choose(1, 20)), (1, Gen.Choose(1, 10_000)), (1, Gen.Constant(10_000))).ToArbitrary();

    [Fact]
    public void It_is_never_shorter_than_the_first_nor_longer_than_the_longest() => Prop.ForAll(BackOffs, Failures, ArbMap.Default.ArbFor<int>(), (backOff, failures, seed) =>
        backOff.After(failures, new Random(seed)).ShouldBeInRange(backOff.First, backOff.Longest)).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_jitter_it_is_never_shorter_than_the_one_before() => Prop.ForAll(BackOffs, Failures, (backOff, failures) =>
        backOff.After(failures + 1).ShouldBeGreaterThanOrEqualTo(backOff.After(failures))).QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_the_first_after_one_failure_and_the_longest_in_the_end() => Prop.ForAll(BackOffs, backOff =>
    {
        backOff.After(1).ShouldBe(backOff.First);
        (backOff with { Factor = 2 }).After(10_000).ShouldBe(backOff.Longest);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_longest_possible_ones_do_not_overflow()
    {
        var longest = new BackOff(TimeSpan.MaxValue / 2, TimeSpan.MaxValue, Factor: 1000, Jitter: 1);

        longest.After(10_000).ShouldBe(TimeSpan.MaxValue);
        longest.After(10_000, new Random(1)).ShouldBeInRange(longest.First, longest.Longest);
        longest.After(int.MaxValue).ShouldBe(TimeSpan.MaxValue);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(3, 40)]
    [InlineData(7, 640)]
    [InlineData(8, 900)]
    [InlineData(50, 900)]
    public void It_doubles(int failures, int seconds) => TenSeconds.After(failures).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Jitter_spreads_it()
    {
        var (backOff, random) = (TenSeconds with { Jitter = 0.5 }, new Random(1));

        Spreads(1, 10, 15);
        Spreads(2, 20, 30);
        Spreads(50, 600, 900);

        void Spreads(int failures, double from, double to)
        {
            var seconds = Enumerable.Range(0, 1000).Select(_ => backOff.After(failures, random).TotalSeconds).ToList();
            seconds.ShouldAllBe(wait => wait >= from && wait <= to);
            (seconds.Max() - seconds.Min()).ShouldBeGreaterThan(0.9 * (to - from));
        }
    }

    [Fact]
    public void The_longest_wins_over_a_longer_first() => new BackOff(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1)).After(1).ShouldBe(TimeSpan.FromMinutes(1));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void There_is_none_where_the_first_is_none(int seconds) =>
        new BackOff(TimeSpan.FromSeconds(seconds), TimeSpan.FromMinutes(1)).After(10_000).ShouldBe(TimeSpan.Zero);

    [Fact]
    public async Task It_is_waited_for_by_the_given_clock()
    {
        var clock = new ManualClock();
        var waiting = TenSeconds.WaitAsync(2, clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromSeconds(19));
        waiting.IsCompleted.ShouldBeFalse();

        clock.Advance(TimeSpan.FromSeconds(1));
        await waiting;
    }
}
