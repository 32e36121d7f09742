using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Consumers.Sync;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_activities_are_missing_from_the_list
{
    private static readonly string[] Rows = [Plans.Row(4, daysAgo: 1), Plans.Row(3, daysAgo: 2), Plans.Row(2, daysAgo: 3), Plans.Row(1, daysAgo: 4)];

    [Fact]
    public async Task The_first_time_it_is_noted_and_the_second_time_they_are_gone()
    {
        await using var host = await StartAsync();
        host.List([Rows[0], Rows[2], Rows[3]]);

        (await host.PlanAsync(Plans.All)).Gone.ShouldBeEmpty();
        (await host.LedgerAsync()).Single(activity => activity.Missing).GarminActivityId.ShouldBe(3);

        (await host.PlanAsync(Plans.All)).Gone.ShouldHaveSingleItem().GarminActivityId.ShouldBe(3);
        (await host.LedgerAsync()).Where(activity => activity.GoneAt is null).Select(activity => activity.GarminActivityId).ShouldBe([1, 2, 4]);
        (await host.PlanAsync(Plans.All)).Gone.ShouldBeEmpty();
    }

    [Fact]
    public async Task They_are_kept_in_CentralDB_unless_it_is_told_otherwise()
    {
        await using var host = await StartAsync();

        await LoseAsync(host, [Rows[0], Rows[2], Rows[3]]);

        host.CentralDb.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_their_records_are_deleted_from_CentralDB_when_that_is_asked_for()
    {
        await using var host = await StartAsync(("Activities:DeleteFromCentralDb", "true"));

        (await LoseAsync(host, [Rows[0], Rows[2], Rows[3]])).Gone.Count.ShouldBe(1);

        host.CentralDb.Requests.Select(request => $"{request.Method} {request.Target}").ShouldBe(["DELETE /activities/7/301", "DELETE /activities/7/302"]);
    }

    [Fact]
    public async Task They_are_not_forgotten_before_CentralDB_has_deleted_them()
    {
        await using var host = await StartAsync(("Activities:DeleteFromCentralDb", "true"));
        host.CentralDb.AnswerWith(Answer.Status(503));
        await Should.ThrowAsync<CentralDbUnreachableException>(() => LoseAsync(host, [Rows[0], Rows[2], Rows[3]]));
        (await host.LedgerAsync()).Count(activity => activity.GoneAt is null).ShouldBe(4);

        host.CentralDb.AnswerWith(Answer.Status(204));

        (await host.PlanAsync(Plans.All)).Gone.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_was_there_in_between_has_to_be_missing_twice_again()
    {
        await using var host = await StartAsync();
        string[][] lists = [[Rows[0], Rows[2], Rows[3]], Rows, [Rows[0], Rows[2], Rows[3]]];

        foreach (var list in lists)
        {
            host.List(list);
            (await host.PlanAsync(Plans.All)).Gone.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task One_that_a_shrinking_list_has_hidden_is_there_the_next_time()
    {
        await using var host = await StartAsync();

        // Number 4 is removed after the first page of two: number 2 moves up to it, unseen.
        host.List([Rows[0], Rows[1]], [Rows[3]]);
        (await host.PlanAsync(Plans.All)).Gone.ShouldBeEmpty();
        host.List([Rows[1], Rows[2], Rows[3]]);
        (await host.PlanAsync(Plans.All)).Gone.ShouldBeEmpty();

        (await host.LedgerAsync()).Single(activity => activity.Missing).GarminActivityId.ShouldBe(4);
    }

    [Fact]
    public async Task A_list_that_breaks_off_says_nothing_about_the_rest()
    {
        await using var host = await StartAsync();
        host.Garmin.AnswerWith(context => (context.Request.Query["start"] == "0" ? Answer.Json($"[{Rows[0]}]") : Answer.Status(503))(context));

        for (var listing = 0; listing < 3; listing++)
        {
            await host.InScopeAsync(async services => await Should.ThrowAsync<GarminUnreachableException>(() => Plans.PlanAsync(services, Plans.All)));
        }

        (await host.LedgerAsync()).Count(activity => !activity.Missing).ShouldBe(4);
    }

    [Fact]
    public async Task Days_that_were_not_listed_do_not_count()
    {
        // Of the days asked for the first and the last may be other days in the athlete's time zone.
        var days = Enumerable.Range(1, 6).ToArray();
        await using var host = await Plans.StartAsync([Plans.Row(99, daysAgo: 4)]);
        await host.RememberAsync([.. days.Select(day => Plans.Row(day, daysAgo: day))]);

        await host.PlanAsync(Plans.All with { StartDate = DateOnly.FromDateTime(Plans.Day(5).Date), EndDate = DateOnly.FromDateTime(Plans.Day(2).Date) });

        (await host.LedgerAsync()).Where(activity => activity.Missing).Select(activity => activity.GarminActivityId).ShouldBe([3, 4]);
    }

    [Fact]
    public async Task Days_before_the_recent_window_do_not_count_where_the_listing_stopped()
    {
        // The window is 30 days; its first day may be another one in the athlete's time zone.
        var now = TimeProvider.System.GetUtcNow();
        await using var host = await Plans.StartAsync([Plans.Row(99, daysAgo: 1), Plans.Row(98, daysAgo: 40)]);
        await host.AddJobAsync("Completed", listedAll: true);
        await host.RememberAsync(Plans.Row(28, now.AddDays(-28.9)), Plans.Row(29, now.AddDays(-29.1)), Plans.Row(31, daysAgo: 31), Plans.Row(98, daysAgo: 40));

        var plan = await host.PlanAsync(Plans.All);

        plan.ListedAllActivities.ShouldBeFalse();
        (await host.LedgerAsync()).Where(activity => activity.Missing).Select(activity => activity.GarminActivityId).ShouldBe([28]);
    }

    [Theory]
    [InlineData(20, 20, "a few are asked for")]
    [InlineData(21, 0, "many wait for the next whole list")]
    public async Task Those_that_a_whole_list_did_not_have_are_asked_for_by_the_next_sync_although_it_does_not_read_so_far(int many, int gone, string why)
    {
        await using var host = await Plans.StartAsync([Rows[0], Plans.Row(98, daysAgo: 40)]);
        await host.RememberAsync([Rows[0], Plans.Row(98, daysAgo: 40), .. Enumerable.Range(100, many).Select(id => Plans.Row(id, daysAgo: 400))]);
        (await host.PlanAsync(Plans.All)).Gone.ShouldBeEmpty();
        await host.AddJobAsync("Completed", listedAll: true, daysAgo: 0, WorkItemState.Done);

        var plan = await host.PlanAsync(Plans.All);

        plan.ListedAllActivities.ShouldBeFalse();
        plan.Gone.Count.ShouldBe(gone, why);
        host.Questions().Count.ShouldBe(gone);
        (await host.LedgerAsync()).Count(activity => activity.Missing).ShouldBe(many - gone);
    }

    [Fact]
    public async Task One_whose_start_is_not_known_is_never_missing()
    {
        await using var host = await Plans.StartAsync([Rows[0]]);
        await host.RememberAsync("""{"activityId":77,"activityName":"Run"}""");

        (await LoseAsync(host, [Rows[0]])).Gone.ShouldBeEmpty();
    }

    private static async Task<CapabilityHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var host = await Plans.StartAsync(Rows, settings);
        await host.RememberAsync(Rows);
        return host;
    }

    /// <summary>Two listings, one after the other. Returns what the second led to.</summary>
    private static async Task<SyncPlan> LoseAsync(CapabilityHost host, string[] left)
    {
        host.List(left);
        await host.PlanAsync(Plans.All);
        return await host.PlanAsync(Plans.All);
    }
}
