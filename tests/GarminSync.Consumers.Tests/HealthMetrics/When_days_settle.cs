using FsCheck;
using FsCheck.Fluent;
using GarminConnect.Client.Health;
using GarminSync.Consumers.HealthMetrics;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.HealthMetrics;

public sealed class When_days_settle
{
    private const int Minutes = 24 * 60;

    private static readonly DateOnly Day = new(2026, 3, 1);

    // The day is over everywhere when it is over twelve hours west of Greenwich.
    private static readonly DateTimeOffset End = new(Day.AddDays(1), new TimeOnly(12, 0), TimeSpan.Zero);

    private static readonly Gen<Metric> Metrics = Gen.Elements<Metric>([.. MetricCatalogue.Metrics]);

    private static readonly Gen<DateOnly?> LastSpoken = Gen.OneOf(Gen.Constant((DateOnly?)null), Gen.Choose(-70, 70).Select(days => (DateOnly?)Day.AddDays(days)));

    private static readonly Gen<DateTimeOffset?> SyncedUntil =
        Gen.OneOf(Gen.Constant((DateTimeOffset?)null), Gen.Choose(-2 * Minutes, 70 * Minutes).Select(minutes => (DateTimeOffset?)End.AddMinutes(minutes)));

    private static readonly Gen<DateTimeOffset> Now = Gen.Choose(-3 * Minutes, 80 * Minutes).Select(minutes => End.AddMinutes(minutes));

    private static readonly Gen<(MetricDay Answer, DateOnly? LastSpoken, DateTimeOffset Now)> Answers =
        Metrics.SelectMany(metric => SyncedUntil.SelectMany(until => LastSpoken.SelectMany(spoken => Now.Select(now =>
            (new MetricDay(metric, Day, []) { SyncedUntil = until }, spoken, now)))));

    [Fact]
    public void What_is_settled_stays_so() => Check(
        Answers.SelectMany(answer => Gen.Choose(0, 80 * Minutes).Select(later => (answer, later))),
        one => !IsSettled(one.answer) || IsSettled(one.answer with { Now = one.answer.Now.AddMinutes(one.later) }));

    [Fact]
    public void What_is_due_stays_so_until_it_is_asked_for() => Check(
        Answers.SelectMany(answer => Gen.Choose(-80 * Minutes, 0).SelectMany(asked => Gen.Choose(0, 30).Select(days => (answer, asked, days)))),
        one =>
        {
            var ((answer, spoken, now), asked) = (one.answer, one.answer.Now.AddMinutes(one.asked));
            return !Settlement.IsDue(answer.Metric, Day, asked, spoken, now)
                // Unless the pauses have become longer meanwhile.
                || Settlement.IsDue(answer.Metric, Day, asked, spoken, now.AddDays(one.days < 3 ? 3 : one.days));
        });

    [Fact]
    public void No_day_is_left_alone_for_longer_than_three_days_before_it_is_settled() => Check(
        Answers, answer => Settlement.IsDue(answer.Answer.Metric, Day, answer.Now.AddDays(-3), answer.LastSpoken, answer.Now));

    [Fact]
    public void Nothing_settles_before_its_time() => Check(
        Answers, answer => !IsSettled(answer with { Now = End.AddDays(answer.Answer.Metric.SettlesAfterDays).AddMinutes(-1) }));

    [Fact]
    public void Everything_settles_in_the_end() => Check(Answers, answer => IsSettled(answer with { Now = End.AddDays(Settlement.LongestWaitDays) }));

    [Fact]
    public void That_a_device_spoke_of_the_day_itself_is_no_word_that_it_is_over() => Check(
        Answers, answer => !IsSettled((answer.Answer with { SyncedUntil = null }, Day, End.AddDays(Settlement.LongestWaitDays).AddMinutes(-1))));

    [Fact]
    public void A_later_day_settles_one_of_which_Garmin_does_not_say_how_far_the_device_got() => Check(
        Answers, answer => IsSettled((answer.Answer with { SyncedUntil = null }, Day.AddDays(1), End.AddDays(answer.Answer.Metric.SettlesAfterDays))));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void A_device_that_stopped_before_the_end_may_bring_the_rest_whatever_another_one_says(int minutesAfterEnd, bool isSettled)
    {
        var answer = new MetricDay(MetricCatalogue.Get("steps"), Day, []) { SyncedUntil = End.AddMinutes(minutesAfterEnd) };

        Settlement.IsSettled(answer, new DeviceWord(Day.AddDays(20)), End.AddDays(59)).ShouldBe(isSettled);
    }

    [Theory]
    [InlineData(3600, -1, false)]
    [InlineData(3600, 0, true)]
    [InlineData(-36000, -1, false)]
    [InlineData(-36000, 0, true)]
    public void The_rest_of_a_day_ends_at_the_athletes_midnight_where_that_is_known(int offset, int minutesAfterMidnight, bool isSettled)
    {
        var midnight = new DateTimeOffset(Day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero).AddSeconds(-offset);
        var answer = new MetricDay(MetricCatalogue.Get("steps"), Day, []) { SyncedUntil = midnight.AddMinutes(minutesAfterMidnight) };

        Settlement.IsSettled(answer, new DeviceWord(Day.AddDays(1), offset), End.AddDays(5)).ShouldBe(isSettled);
        Settlement.IsSettled(answer, new DeviceWord(null, offset), End.AddDays(5)).ShouldBeFalse("no other device has spoken");
    }

    [Theory]
    [InlineData(1, -1, 0, 24)] // days from the day to the one that a device spoke of last, minutes from the day's end to how far its own got, minutes from when it may settle to now
    [InlineData(1, -1, -1, null)]
    [InlineData(0, -1, 0, null)]
    [InlineData(1, 0, 0, null)]
    public void A_day_whose_device_stopped_in_it_is_asked_for_again_now_and_then(int spoken, int minutesAfterEnd, int minutesAfterSettling, int? hours)
    {
        var steps = MetricCatalogue.Get("steps");
        var now = End.AddDays(steps.SettlesAfterDays).AddMinutes(minutesAfterSettling);
        var answer = new MetricDay(steps, Day, []) { SyncedUntil = End.AddMinutes(minutesAfterEnd) };

        (Settlement.NextAskAt(answer, new DeviceWord(Day.AddDays(spoken)), now) - now)?.TotalHours.ShouldBe(hours.GetValueOrDefault());
        (Settlement.NextAskAt(answer, new DeviceWord(Day.AddDays(spoken)), now) is null).ShouldBe(hours is null);
    }

    [Theory]
    [InlineData(0, 24)]
    [InlineData(1, 72)]
    public void After_two_weeks_that_is_seldom(int minutes, int hours)
    {
        var answer = new MetricDay(MetricCatalogue.Get("steps"), Day, []) { SyncedUntil = End.AddHours(-1) };
        var now = End.AddDays(14).AddMinutes(minutes);

        (Settlement.NextAskAt(answer, new DeviceWord(Day.AddDays(1)), now)!.Value - now).TotalHours.ShouldBe(hours);
    }

    [Theory]
    [InlineData(0, null, true)] // minutes from when it may settle to now
    [InlineData(1, null, false)]
    [InlineData(1, 0, false)] // the device spoke of the day itself last
    [InlineData(1, 1, true)]
    public void A_day_is_due_at_once_while_it_cannot_settle_or_when_a_later_one_has_values(int minutes, int? spoken, bool isDue)
    {
        var steps = MetricCatalogue.Get("steps");
        var now = End.AddDays(steps.SettlesAfterDays).AddMinutes(minutes);

        Settlement.IsDue(steps, Day, now - steps.ServesFor, spoken is { } days ? Day.AddDays(days) : null, now).ShouldBe(isDue);
    }

    [Fact]
    public void The_last_days_are_asked_for_in_full() => Settlement.InFullFrom(End).ShouldBe(Day.AddDays(-3));

    private static bool IsSettled((MetricDay Answer, DateOnly? LastSpoken, DateTimeOffset Now) one) => Settlement.IsSettled(one.Answer, new DeviceWord(one.LastSpoken), one.Now);

    private static void Check<T>(Gen<T> gen, Func<T, bool> holds) =>
        Prop.ForAll(gen.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
