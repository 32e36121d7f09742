using GarminSync.Consumers.Sync;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_a_list_hides_activities
{
    private static readonly string[] Rows = [Plans.Row(4, daysAgo: 1), Plans.Row(3, daysAgo: 2), Plans.Row(2, daysAgo: 3), Plans.Row(1, daysAgo: 4)];

    public static TheoryData<string, string> SecondPages => new()
    {
        { "repeats the first", $"[{Rows[0]},{Rows[1]}]" },
        { "is null", "null" },
        { "has rows without ids", """[{"activityName":"Run"},{}]""" },
    };

    [Theory]
    [MemberData(nameof(SecondPages))]
    public async Task Nothing_is_missing_from_one_that_was_cut_short_and_what_it_has_is_synced(string how, string secondPage)
    {
        await using var host = await Plans.StartAsync(Rows);
        await host.RememberAsync(Rows[1..]);
        host.Garmin.AnswerWith(CutShort(Answer.Json(secondPage)));

        for (var sync = 0; sync < 3; sync++)
        {
            var plan = await host.PlanAsync(Plans.All);

            plan.Gone.ShouldBeEmpty(how);
            plan.ListedAllActivities.ShouldBeFalse();
            plan.Items.ShouldHaveSingleItem().Key.ShouldBe("4");
        }

        (await host.LedgerAsync()).Count(activity => activity is { Missing: false, GoneAt: null }).ShouldBe(3);
    }

    [Fact]
    public async Task What_was_given_up_is_not_forgotten_because_one_that_was_cut_short_does_not_have_it()
    {
        await using var host = await StartAsync();
        await host.GiveUpAsync("no", Rows[3]);
        host.Garmin.AnswerWith(CutShort(Answer.Json("null")));

        await PlanTwiceAsync(host);

        (await host.NotesAsync()).ShouldHaveSingleItem().GarminActivityId.ShouldBe(1);
    }

    [Fact]
    public async Task No_content_instead_of_a_page_cuts_it_short_too()
    {
        await using var host = await StartAsync();
        host.Garmin.AnswerWith(CutShort(Answer.Status(204)));

        (await PlanTwiceAsync(host)).Gone.ShouldBeEmpty();

        (await host.LedgerAsync()).ShouldAllBe(activity => !activity.Missing);
    }

    [Fact]
    public async Task One_that_Garmin_still_has_is_not_gone()
    {
        await using var host = await StartAsync();
        host.ListWithout(Rows[..3], hidden: 1);

        (await PlanTwiceAsync(host)).Gone.ShouldBeEmpty();

        host.Questions().ShouldBe(["/activity-service/activity/1"]);
        (await host.LedgerAsync()).ShouldAllBe(activity => !activity.Missing);
    }

    [Fact]
    public async Task Nothing_but_the_list_is_asked_for_while_none_is_missing_twice()
    {
        await using var host = await StartAsync();
        await PlanTwiceAsync(host);
        host.List(Rows[..3]);
        await host.PlanAsync(Plans.All);

        host.Questions().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_list_is_not_believed_while_Garmin_has_them()
    {
        await using var host = await StartAsync();
        host.ListWithout([], hidden: [1, 2, 3, 4]);

        (await PlanTwiceAsync(host)).Gone.ShouldBeEmpty();

        (await host.LedgerAsync()).ShouldAllBe(activity => activity.GoneAt == null);
    }

    [Fact]
    public async Task An_empty_list_is_believed_when_each_of_them_is_gone()
    {
        await using var host = await StartAsync();
        host.List([]);

        (await PlanTwiceAsync(host)).Gone.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(true, 30, "what it lists is all it counts")]
    [InlineData(false, 20, "it counts more than it lists")]
    public async Task Of_many_that_are_gone_it_asks_for_some_and_for_the_number_of_the_rest(bool counted, int gone, string why)
    {
        var many = Enumerable.Range(1, 30).Select(id => Plans.Row(id, daysAgo: 5)).ToArray();
        await using var host = await Plans.StartAsync(many);
        await host.RememberAsync(many);
        host.ListWithout([Plans.Row(99, daysAgo: 1)], hidden: counted ? [] : [98]);

        (await PlanTwiceAsync(host)).Gone.Count.ShouldBe(gone, why);

        host.Questions().Count.ShouldBe(21);
        (await host.LedgerAsync()).Count(activity => activity.Missing).ShouldBe(30 - gone);
    }

    [Fact]
    public async Task One_that_cannot_be_asked_for_is_kept_and_asked_for_again()
    {
        await using var host = await StartAsync();
        host.Garmin.AnswerWith(WithoutTheLast(Answer.Status(503)));

        (await PlanTwiceAsync(host)).Gone.ShouldBeEmpty();
        (await host.LedgerAsync()).Single(activity => activity.Missing).GarminActivityId.ShouldBe(1);

        host.List(Rows[..3]);
        (await host.PlanAsync(Plans.All)).Gone.ShouldHaveSingleItem().GarminActivityId.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_may_not_be_asked_for_is_kept_and_has_to_be_missing_twice_again()
    {
        await using var host = await StartAsync();
        host.Garmin.AnswerWith(WithoutTheLast(Answer.Json("""{"message":"HTTP 403 Forbidden","error":"ForbiddenException"}""", 403)));

        (await PlanTwiceAsync(host)).Gone.ShouldBeEmpty();
        (await host.LedgerAsync()).ShouldAllBe(activity => !activity.Missing);
        await host.PlanAsync(Plans.All);
        host.Questions().Count.ShouldBe(1, "it is not asked for at each sync");

        host.List(Rows[..3]);
        (await host.PlanAsync(Plans.All)).Gone.ShouldHaveSingleItem().GarminActivityId.ShouldBe(1);
    }

    private static RequestDelegate WithoutTheLast(RequestDelegate activity) => context => (context.Request.Path.Value!.StartsWith("/activity-service/", StringComparison.Ordinal)
        ? activity
        : Answer.Json(context.Request.Query["start"] == "0" ? $"[{Rows[0]},{Rows[1]},{Rows[2]}]" : "[]"))(context);

    private static RequestDelegate CutShort(RequestDelegate secondPage) => context =>
        (context.Request.Query["start"] == "0" ? Answer.Json($"[{Rows[0]},{Rows[1]}]") : secondPage)(context);

    private static async Task<CapabilityHost> StartAsync()
    {
        var host = await Plans.StartAsync(Rows);
        await host.RememberAsync(Rows);
        return host;
    }

    private static async Task<SyncPlan> PlanTwiceAsync(CapabilityHost host)
    {
        await host.PlanAsync(Plans.All);
        return await host.PlanAsync(Plans.All);
    }
}
