using GarminSync.Consumers.Schedules;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Schedules;

public sealed class What_a_schedule_may_say
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("PT15M", "PT15M")]
    [InlineData("PT6H", "PT6H")]
    [InlineData("PT360M", "PT6H")]
    [InlineData("PT90000S", "P1DT1H")]
    [InlineData("P1W", "P7D")]
    [InlineData("P31D", "P31D")]
    [InlineData("P1DT2H3M4S", "P1DT2H3M4S")]
    public void An_interval_is_a_duration(string every, string kept)
    {
        var text = new ScheduleText(every, Cron: null, TimeZone: null);

        text.ToKeep(text.Read(Now, new Dictionary<string, string>()).ShouldNotBeNull()).ShouldBe(new ScheduleText(kept, null, null));
    }

    [Theory]
    [InlineData("6h")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1M")] // how long is a month?
    [InlineData("P1Y")]
    [InlineData("-PT6H")]
    [InlineData("PT0.5H")]
    [InlineData("PT6H\n")]
    [InlineData("06:00:00")]
    [InlineData("PT٦H")] // a digit, though not one of ISO's
    public void What_is_no_duration_is_refused(string every) =>
        ProblemsOf(new(every, null, null)).ShouldBe([new("every", "must be an ISO 8601 duration in weeks, days, hours, minutes and seconds, such as PT6H")]);

    [Theory]
    [InlineData("PT14M59S")]
    [InlineData("P31DT1S")]
    [InlineData("PT0S")]
    [InlineData("P999999999W")]
    [InlineData("PT999999999H999999999M999999999S")]
    public void An_interval_that_is_too_short_or_too_long_is_refused(string every) =>
        ProblemsOf(new(every, null, null)).ShouldBe([new("every", "must be at least PT15M and at most P31D")]);

    [Theory]
    [InlineData("0 */6 * * *", null, "UTC")]
    [InlineData("*/15 * * * *", "UTC", "UTC")]
    [InlineData("30 5 * * 1-5", "Europe/Berlin", "Europe/Berlin")]
    [InlineData("0 0 29 2 1", "America/New_York", "America/New_York")] // a Monday once in 28 years
    public void A_cron_expression_has_five_fields_and_a_zone(string cron, string? zone, string kept)
    {
        var text = new ScheduleText(null, cron, zone);

        text.ToKeep(text.Read(Now, new Dictionary<string, string>()).ShouldNotBeNull()).ShouldBe(new ScheduleText(null, cron, kept));
    }

    [Theory]
    [InlineData("0 0 */6 * * *")]
    [InlineData("0 6 * *")]
    [InlineData("@daily")]
    [InlineData("61 * * * *")]
    [InlineData("every day")]
    public void What_is_no_cron_expression_is_refused(string cron) =>
        ProblemsOf(new(null, cron, null)).ShouldBe([new("cron", "must be five fields (minute, hour, day of the month, month, day of the week), such as 0 */6 * * *")]);

    [Theory]
    [InlineData("* * * * *")]
    [InlineData("0,14 6 * * *")]
    [InlineData("*/10 6 1 1 *")]
    public void One_that_comes_too_often_is_refused(string cron) =>
        ProblemsOf(new(null, cron, null)).ShouldBe([new("cron", "must have at least 15 minutes from one time to the next")]);

    [Fact]
    public void Times_that_come_closer_when_the_clocks_change_are_taken_all_the_same()
    {
        // In March, 2:10 becomes 3:00, and 3:10 follows.
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        new ScheduleText(null, "10 2,3 * * *", "Europe/Berlin").Read(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), problems).ShouldNotBeNull();
        problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0 0 30 2 *")]
    [InlineData("0 0 31 4,6,9,11 *")]
    public void One_that_never_comes_is_refused(string cron) => ProblemsOf(new(null, cron, null)).ShouldBe([new("cron", "has no time that ever comes")]);

    [Theory]
    [InlineData("Mars/Olympus_Mons")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("../../../etc/passwd")]
    [InlineData("")]
    public void A_zone_that_is_not_known_is_refused(string zone) =>
        ProblemsOf(new(null, "0 6 * * *", zone)).ShouldBe([new("timeZone", "must be an IANA time zone, such as Europe/Berlin")]);

    [Fact]
    public void Exactly_one_of_both_is_given()
    {
        ProblemsOf(new(null, null, null)).ShouldBe([new("every", "or cron is required")]);
        ProblemsOf(new("PT6H", "0 6 * * *", null)).ShouldBe([new("cron", "must be left out where every is given")]);
        ProblemsOf(new("PT6H", null, "Europe/Berlin")).ShouldBe([new("timeZone", "goes with cron only")]);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once() => ProblemsOf(new(null, "daily", "Berlin")).Keys.ShouldBe(["cron", "timeZone"], ignoreOrder: true);

    private static Dictionary<string, string> ProblemsOf(ScheduleText text)
    {
        var problems = new Dictionary<string, string>();
        text.Read(Now, problems).ShouldBeNull();
        return problems;
    }
}
