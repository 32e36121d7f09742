using GarminSync.Consumers.GarminConnect;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.GarminConnect;

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
    public async Task A_server_that_repeats_itself_does_not_keep_it_for_ever()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json("""[{"activityId":1}]"""));

        (await ListAsync(garmin)).Count.ShouldBe(1);
        garmin.Server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[null,1,\"x\",{},[],{\"activityId\":null},{\"activityId\":-1},{\"activityId\":1.5}]")]
    public async Task Nothing_and_rows_without_an_id_are_no_activities(string body)
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json(body));

        (await ListAsync(garmin)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_content_is_no_activities()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Status(204));

        (await ListAsync(garmin)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_object_instead_of_a_list_is_no_answer()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json("""{"error":"x"}"""));

        await Should.ThrowAsync<GarminUnreachableException>(() => ListAsync(garmin));
    }

    private static async Task<List<GarminActivity>> ListAsync(GarminHarness garmin, DateOnly? from = null, DateOnly? to = null) =>
        await garmin.Client.ListActivitiesAsync(GarminHarness.Session(), from, to, Token).ToListAsync(Token);

    private static string Page(HttpContext context, int total)
    {
        var start = int.Parse(context.Request.Query["start"]!);
        var rows = Enumerable.Range(start + 1, Math.Min(100, total - start)).Select(id => $$"""{"activityId":{{id}}}""");
        return $"[{string.Join(',', rows)}]";
    }
}
