using System.Globalization;
using Cronos;
using FsCheck;
using FsCheck.Fluent;
using GarminSync.Consumers.Schedules;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Schedules;

public sealed class The_times_of_a_schedule
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly Arbitrary<string> Users = Gen.Choose(1, int.MaxValue).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToArbitrary();

    private static readonly Arbitrary<DateTimeOffset> Times = (
        from minutes in Gen.Choose(0, 60 * 24 * 365 * 20)
        from ticks in Gen.Choose(0, 600_000_000)
        select new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes).AddTicks(ticks)).ToArbitrary();

    private static readonly Arbitrary<ScheduleRule> Rules = Gen.OneOf(
        Gen.Choose(15 * 60, 31 * 86_400).Select(seconds => ScheduleRule.Each(TimeSpan.FromSeconds(seconds))),
        Gen.Elements("0 */6 * * *", "30 2 * * *", "0 3 * * 1", "15 4 1 * *", "*/15 * * * *", "0 12 29 2 *").Select(cron => ScheduleRule.At(CronExpression.Parse(cron), Berlin))).ToArbitrary();

    [Fact]
    public void The_next_is_always_later_and_in_whole_seconds() => Prop.ForAll(Rules, Users, Times, (rule, user, now) =>
    {
        var next = rule.Next(user, now, Window).ShouldNotBeNull();

        next.ShouldBeGreaterThan(now);
        next.Offset.ShouldBe(TimeSpan.Zero);
        (next.Ticks % TimeSpan.TicksPerSecond).ShouldBe(0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_next_is_the_same_from_everywhere_before_it() => Prop.ForAll(Rules, Users, Times, (rule, user, now) =>
    {
        var next = rule.Next(user, now, Window)!.Value;

        rule.Next(user, now + ((next - now) / 2), Window).ShouldBe(next);
        rule.Next(user, next.AddTicks(-1), Window).ShouldBe(next);
        rule.Next(user, next, Window)!.Value.ShouldBeGreaterThan(next);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_interval_keeps_its_rhythm() => Prop.ForAll(Gen.Choose(15 * 60, 31 * 86_400).ToArbitrary(), Users, Times, (seconds, user, now) =>
    {
        var rule = ScheduleRule.Each(TimeSpan.FromSeconds(seconds));
        var first = rule.Next(user, now, Window)!.Value;

        (first - now).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(seconds));
        rule.Next(user, first, Window).ShouldBe(first.AddSeconds(seconds));
        rule.Next(user, first.AddSeconds(2.5 * seconds), Window).ShouldBe(first.AddSeconds(3d * seconds));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, 60)]
    [InlineData(6, 360)]
    public void Ten_thousand_accounts_are_spread_evenly_over_an_interval(int hours, int minutes)
    {
        var (rule, now) = (ScheduleRule.Each(TimeSpan.FromHours(hours)), new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

        var sizes = Buckets(user => rule.Next(user, now, Window)!.Value - now, TimeSpan.FromMinutes(1));

        sizes.Max().ShouldBeLessThan(2 * 10_000 / minutes);
        sizes.Length.ShouldBeInRange(minutes, minutes + 1);
    }

    [Fact]
    public void They_are_spread_evenly_over_the_window_of_a_cron_time()
    {
        var (rule, now) = (ScheduleRule.At(CronExpression.Parse("0 6 * * *"), Berlin), new DateTimeOffset(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));

        var sizes = Buckets(user => rule.Next(user, now, Window)!.Value - now.AddHours(1), TimeSpan.FromSeconds(10));

        sizes.Length.ShouldBe(30);
        sizes.Max().ShouldBeLessThan(2 * 10_000 / 30);
    }

    [Fact]
    public void Without_a_window_a_cron_time_is_exact() =>
        ScheduleRule.At(CronExpression.Parse("0 6 * * *"), Berlin).Next("7", At("2026-03-01T04:59:00Z"), TimeSpan.Zero).ShouldBe(At("2026-03-01T05:00:00Z"));

    [Theory]
    // On 29 March 2026 the clock goes from 2 to 3; on 25 October it goes from 3 back to 2.
    [InlineData("30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")] // half past two is not there: at three
    [InlineData("30 2 * * *", "2026-03-29T12:00:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")] // half past two comes twice: the first
    [InlineData("30 2 * * *", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("0 6 * * *", "2026-03-28T12:00:00Z", "2026-03-29T04:00:00Z")] // at six by the clock, an hour earlier
    [InlineData("0 */1 * * *", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z")] // an interval of hours goes on through both
    public void A_cron_time_goes_by_the_clock_of_its_zone(string cron, string after, string next) =>
        ScheduleRule.At(CronExpression.Parse(cron), Berlin).Next("7", At(after), TimeSpan.Zero).ShouldBe(At(next));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static int[] Buckets(Func<string, TimeSpan> place, TimeSpan size) =>
        [.. Enumerable.Range(1, 10_000).GroupBy(number => (long)(place($"{number}") / size)).Select(bucket => bucket.Count())];
}
