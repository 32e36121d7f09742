using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_activities_are_listed
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_reads_page_after_page_until_an_empty_one()
    {
        await using var garmin = await GarminHarness.StartAsync(context => Answer.Json(Page(context, total: 250))(context));

        var activities = await ListAsync(garmin);

        activities.Count.ShouldBe(250);
        garmin.Server.Requests.Select(request => request.Target).ShouldBe(
            new[] { 0, 100, 200, 250 }.Select(start => $"/activitylist-service/activities/search/activities?start={start}&limit=100"));
    }

    [Fact]
    public async Task A_short_page_is_not_the_end()
    {
        var pages = new Queue<string>(["""[{"activityId":1}]""", """[{"activityId":2}]""", "[]"]);
        await using var garmin = await GarminHarness.StartAsync(context => Answer.Json(pages.Dequeue())(context));

        (await ListAsync(garmin)).Select(activity => activity.ActivityId).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task It_asks_for_the_days_it_is_told()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json("[]"));

        await ListAsync(garmin, new DateOnly(2026, 1, 2), new DateOnly(2026, 12, 31));

        garmin.Server.Requests.Single().Target.ShouldEndWith("?start=0&limit=100&startDate=2026-01-02&endDate=2026-12-31");
    }

    [Fact]
    public async Task An_activity_that_shifts_to_the_next_page_meanwhile_comes_once()
    {
        var pages = new Queue<string>(["""[{"activityId":3},{"activityId":2}]""", """[{"activityId":2},{"activityId":1}]""", "[]"]);
        await using var garmin = await GarminHarness.StartAsync(context => Answer.Json(pages.Dequeue())(context));

        (await ListAsync(garmin)).Select(activity => activity.ActivityId).ShouldBe([3, 2, 1]);
    }

    [Fact]
    public async Task An_empty_page_is_the_end()
    {
        await using var garmin = await GarminHarness.StartAsync(context => Answer.Json(Page(context, total: 1))(context));

        var listing = await ReadAsync(garmin);

        (listing.Activities.Count, listing.ReachedEnd, listing.IsCutShort).ShouldBe((1, true, false));
    }

    [Fact]
    public async Task A_server_that_repeats_itself_does_not_keep_it_for_ever_and_has_not_listed_everything()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json("""[{"activityId":1}]"""));

        var listing = await ReadAsync(garmin);

        (listing.Activities.Count, listing.ReachedEnd, listing.IsCutShort).ShouldBe((1, false, true));
        garmin.Server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("null", false)]
    [InlineData("[null,1,\"x\",{},[],{\"activityId\":null},{\"activityId\":-1},{\"activityId\":1.5}]", false)]
    [InlineData("[{},{\"activityId\":2}]", true)]
    public async Task What_is_no_list_and_rows_without_an_id_may_hide_activities(string secondPage, bool goesOn)
    {
        var pages = new Queue<string>(["""[{"activityId":1}]""", secondPage, "[]"]);
        await using var garmin = await GarminHarness.StartAsync(context => Answer.Json(pages.Dequeue())(context));

        var listing = await ReadAsync(garmin);

        (listing.Activities.Count, listing.ReachedEnd, listing.IsCutShort).ShouldBe((goesOn ? 2 : 1, goesOn, true));
    }

    [Fact]
    public async Task No_content_is_not_the_end()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Status(204));

        var listing = await ReadAsync(garmin);

        (listing.Activities.Count, listing.ReachedEnd, listing.IsCutShort).ShouldBe((0, false, true));
    }

    [Fact]
    public async Task It_is_read_no_further_back_than_it_is_wanted()
    {
        await using var garmin = await GarminHarness.StartAsync(
            Answer.Json("""[{"activityId":2,"startTimeGMT":"2026-01-09 10:00:00"},{"activityId":1,"startTimeGMT":"2026-01-07 10:00:00"}]"""));

        var listing = await garmin.Client.ListActivitiesAsync(GarminHarness.Session(), null, null, new DateTimeOffset(2026, 1, 8, 0, 0, 0, TimeSpan.Zero), Token);

        (listing.Activities.Count, listing.ReachedEnd, listing.IsCutShort).ShouldBe((1, false, false));
        garmin.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_list_that_ignores_the_days_is_read_until_it_is_past_them_and_brings_theirs()
    {
        // Three years, newest first, whatever is asked for.
        await using var garmin = await GarminHarness.StartAsync(context => Answer.Json(Days(context, Enumerable.Range(0, 1000).Select(ago => -ago)))(context));

        var listing = await ReadAsync(garmin, Today.AddDays(-150), Today.AddDays(-149));

        listing.Activities.Select(activity => activity.ActivityId).ShouldBe([1149, 1150]);
        (listing.IsCutShort, listing.Has(1000)).ShouldBe((false, true));
        garmin.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_list_that_is_oldest_first_is_read_until_it_is_past_the_days()
    {
        await using var garmin = await GarminHarness.StartAsync(context => Answer.Json(Days(context, Enumerable.Range(-999, 1000)))(context));

        var listing = await ReadAsync(garmin, Today.AddDays(-850), Today.AddDays(-849));

        listing.Activities.Select(activity => activity.ActivityId).ShouldBe([1850, 1849]);
        garmin.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_list_without_an_order_is_read_to_its_end()
    {
        int[] days = [-500, 0, -900, -3, -400, -2];
        await using var garmin = await GarminHarness.StartAsync(context => Answer.Json(Days(context, days))(context));

        var listing = await ReadAsync(garmin, Today.AddDays(-3), Today);

        listing.Activities.Select(activity => activity.ActivityId).ShouldBe([1000, 1003, 1002]);
        (listing.ReachedEnd, listing.IsCutShort).ShouldBe((true, false));
    }

    [Fact]
    public async Task In_a_list_that_is_oldest_first_what_is_wanted_may_come_last()
    {
        await using var garmin = await GarminHarness.StartAsync(context => Answer.Json(Days(context, Enumerable.Range(-199, 200)))(context));

        var listing = await garmin.Client.ListActivitiesAsync(GarminHarness.Session(), stopBefore: At(-2).AddHours(-3), cancellationToken: Token);

        listing.Activities.Select(activity => activity.ActivityId).ShouldBe([1002, 1001, 1000]);
        listing.OutOfRange.ShouldBe(197);
    }

    [Theory]
    [InlineData("\"startTimeLocal\":\"2026-07-06 01:44:02\",\"startTimeGMT\":\"2026-07-05 23:44:02\"", true)]
    [InlineData("\"startTimeLocal\":\"2026-07-05 20:00:00\",\"startTimeGMT\":\"2026-07-06 03:00:00\"", false)]
    [InlineData("\"startTimeGMT\":\"2026-07-05 23:44:02\"", true)]
    [InlineData("\"startTimeGMT\":\"2026-07-04 23:44:02\"", false)]
    [InlineData("\"activityName\":\"of no day\"", true)]
    public async Task The_day_is_that_of_the_athlete(string start, bool wanted)
    {
        await using var garmin = await GarminHarness.StartAsync(context =>
            Answer.Json(context.Request.Query["start"] == "0" ? $$"""[{"activityId":1,{{start}}}]""" : "[]")(context));

        (await ListAsync(garmin, new DateOnly(2026, 7, 6), new DateOnly(2026, 7, 6))).Count.ShouldBe(wanted ? 1 : 0);
    }

    [Fact]
    public async Task An_object_instead_of_a_list_is_no_answer()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json("""{"error":"x"}"""));

        await Should.ThrowAsync<GarminUnreachableException>(() => ListAsync(garmin));
    }

    private static async Task<IReadOnlyList<GarminActivity>> ListAsync(GarminHarness garmin, DateOnly? from = null, DateOnly? to = null) =>
        (await garmin.Client.ListActivitiesAsync(GarminHarness.Session(), from, to, stopBefore: null, Token)).Activities;

    private static Task<ActivityListing> ReadAsync(GarminHarness garmin, DateOnly? from = null, DateOnly? to = null) =>
        garmin.Client.ListActivitiesAsync(GarminHarness.Session(), from, to, stopBefore: null, Token);

    private static readonly DateOnly Today = new(2026, 5, 31);

    private static DateTimeOffset At(int days) => new(Today.AddDays(days), new TimeOnly(7, 30), TimeSpan.Zero);

    /// <summary>A page of a list with an activity on each of these days, whose id tells the day.</summary>
    private static string Days(HttpContext context, IEnumerable<int> days)
    {
        var rows = days.Skip(int.Parse(context.Request.Query["start"]!)).Take(100)
            .Select(day => $$"""{"activityId":{{1000 - day}},"startTimeLocal":"{{At(day):yyyy-MM-dd HH:mm:ss}}","startTimeGMT":"{{At(day).AddHours(-2):yyyy-MM-dd HH:mm:ss}}"}""");
        return $"[{string.Join(',', rows)}]";
    }

    private static string Page(HttpContext context, int total)
    {
        var start = int.Parse(context.Request.Query["start"]!);
        var rows = Enumerable.Range(start + 1, Math.Min(100, total - start)).Select(id => $$"""{"activityId":{{id}}}""");
        return $"[{string.Join(',', rows)}]";
    }
}
