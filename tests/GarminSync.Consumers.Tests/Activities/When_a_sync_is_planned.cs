using GarminConnect.Client;
using GarminSync.Contracts;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_a_sync_is_planned
{
    [Fact]
    public async Task Everything_is_fetched_the_first_time_newest_first()
    {
        await using var host = await Plans.StartAsync([Plans.Row(3, daysAgo: 1), Plans.Row(2, daysAgo: 5), Plans.Row(1, daysAgo: 900)]);

        var plan = await host.PlanAsync(Plans.All);

        plan.Items.OrderBy(item => item.Rank).Select(item => item.Key).ShouldBe(["3", "2", "1"]);
        (plan.Unchanged, plan.ListedAllActivities).ShouldBe((0, true));
    }

    [Fact]
    public async Task What_is_in_the_ledger_as_it_is_listed_is_left_alone()
    {
        var rows = new[] { Plans.Row(2, daysAgo: 1), Plans.Row(1, daysAgo: 2) };
        await using var host = await Plans.StartAsync(rows);
        await host.RememberAsync(rows);

        var plan = await host.PlanAsync(Plans.All);

        (plan.Items.Count, plan.Unchanged).ShouldBe((0, 2));
    }

    [Theory]
    [InlineData("renamed", """{"activityId":1,"activityName":"Evening run","activityType":{"typeKey":"running"},"duration":1800.0,"distance":5000.0}""")]
    [InlineData("of another type", """{"activityId":1,"activityName":"Run","activityType":{"typeKey":"trail_running"},"duration":1800.0,"distance":5000.0}""")]
    [InlineData("trimmed", """{"activityId":1,"activityName":"Run","activityType":{"typeKey":"running"},"duration":1740.5,"distance":4890.25}""")]
    [InlineData("trimmed while standing", """{"activityId":1,"activityName":"Run","activityType":{"typeKey":"running"},"duration":1795.0,"distance":5000.0}""")]
    [InlineData("corrected in its distance", """{"activityId":1,"activityName":"Run","activityType":{"typeKey":"running"},"duration":1800.0,"distance":5100.0}""")]
    public async Task What_was_edited_is_fetched_again(string edit, string after)
    {
        const string Before = """{"activityId":1,"activityName":"Run","activityType":{"typeKey":"running"},"duration":1800.0,"distance":5000.0}""";
        await using var host = await Plans.StartAsync([after, Plans.Row(2, daysAgo: 3)]);
        await host.RememberAsync([Before, Plans.Row(2, daysAgo: 3)]);

        var plan = await host.PlanAsync(Plans.All);

        plan.Items.ShouldHaveSingleItem(edit).Key.ShouldBe("1");
        plan.Unchanged.ShouldBe(1);
    }

    [Theory]
    [InlineData(false, ActivityFileFormats.Original, 0)]
    [InlineData(false, ActivityFileFormats.Gpx, 1)]
    [InlineData(true, ActivityFileFormats.Original, 1)]
    public async Task A_format_that_is_missing_and_force_fetch_again(bool force, string format, int fetched)
    {
        var row = Plans.Row(1, daysAgo: 2);
        await using var host = await Plans.StartAsync([row]);
        await host.RememberAsync([row]);

        var plan = await host.PlanAsync(Plans.All with { Force = force, Formats = [format] });

        plan.Items.Count.ShouldBe(fetched);
    }

    [Fact]
    public async Task Days_that_are_asked_for_are_asked_of_Garmin_and_are_not_everything()
    {
        await using var host = await Plans.StartAsync([Plans.Row(1, daysAgo: 400)]);
        await host.AddJobAsync("Completed", listedAll: true);

        var plan = await host.PlanAsync(Plans.All with { StartDate = new DateOnly(2024, 1, 1), EndDate = new DateOnly(2024, 12, 31) });

        (plan.Items.Count, plan.ListedAllActivities).ShouldBe((1, false));
        host.Garmin.Requests[0].Target.ShouldContain("startDate=2024-01-01&endDate=2024-12-31");
    }

    [Theory]
    [InlineData("Completed", true, 1, 1, "a clean full listing not long ago")]
    [InlineData("Completed", true, 8, 2, "the full listing is too long ago")]
    [InlineData("Completed", false, 1, 2, "it was not a full listing")]
    [InlineData("CompletedWithErrors", true, 1, 2, "some of its items failed")]
    [InlineData("Cancelled", true, 1, 2, "it was cancelled half-way")]
    public async Task It_stops_at_the_recent_window_only_after_a_clean_full_listing(string state, bool listedAll, int daysAgo, int looked, string why)
    {
        await using var host = await Plans.StartAsync([Plans.Row(2, daysAgo: 29), Plans.Row(1, daysAgo: 31)]);
        await host.AddJobAsync(state, listedAll, daysAgo);

        var plan = await host.PlanAsync(Plans.All);

        plan.Items.Count.ShouldBe(looked, why);
        plan.ListedAllActivities.ShouldBe(looked == 2);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_no_plan()
    {
        await using var host = await Plans.StartAsync([Plans.Row(1, daysAgo: 1)]);
        host.Garmin.AnswerWith(context => context.Request.Query["start"] == "0" ? Answer.Json($"[{Plans.Row(1, daysAgo: 1)}]")(context) : Answer.Status(500)(context));

        await Should.ThrowAsync<GarminUnreachableException>(() => host.PlanAsync(Plans.All));
    }
}
