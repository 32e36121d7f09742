using GarminConnect.Client;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
    public async Task The_newest_come_first_from_a_list_that_begins_with_the_oldest_too()
    {
        await using var host = await Plans.StartAsync([Plans.Row(1, daysAgo: 900), Plans.Row(2, daysAgo: 5), Plans.Row(3, daysAgo: 1)]);

        (await host.PlanAsync(Plans.All)).Items.OrderBy(item => item.Rank).Select(item => item.Key).ShouldBe(["3", "2", "1"]);
    }

    [Theory]
    [InlineData(true, null, null, "the sync is forced")]
    [InlineData(false, -60, null, "the first day is asked for")]
    [InlineData(false, null, 0, "the last day is asked for")]
    public async Task It_goes_on_behind_the_recent_window_when_it_is_asked_to(bool force, int? from, int? to, string why)
    {
        await using var host = await Plans.StartAsync([Plans.Row(2, daysAgo: 29), Plans.Row(1, daysAgo: 31)]);
        await host.AddJobAsync("Completed", listedAll: true, daysAgo: 1, WorkItemState.Done);

        var plan = await host.PlanAsync(Plans.All with { Force = force, StartDate = DayOf(from), EndDate = DayOf(to) });

        plan.Items.Count.ShouldBe(2, why);

        static DateOnly? DayOf(int? days) => days is { } count ? DateOnly.FromDateTime(Plans.Day(-count).Date) : null;
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
        await using var host = await Plans.StartAsync(["""{"activityId":1,"startTimeLocal":"2024-12-31 23:30:00","startTimeGMT":"2025-01-01 05:30:00"}"""]);
        await host.AddJobAsync("Completed", listedAll: true);

        var plan = await host.PlanAsync(Plans.All with { StartDate = new DateOnly(2024, 1, 1), EndDate = new DateOnly(2024, 12, 31) });

        (plan.Items.Count, plan.ListedAllActivities).ShouldBe((1, false));
        host.Garmin.Requests[0].Target.ShouldContain("startDate=2024-01-01&endDate=2024-12-31");
    }

    [Theory]
    [InlineData("Completed", true, 1, 1, nameof(WorkItemState.Done), "a full listing not long ago")]
    [InlineData("CompletedWithErrors", true, 1, 1, nameof(WorkItemState.Failed), "what failed is noted")]
    [InlineData("CompletedWithErrors", true, 1, 1, nameof(WorkItemState.Done), "another kind of data failed")]
    [InlineData("Cancelled", true, 1, 1, nameof(WorkItemState.Done), "it was cancelled after the last activity")]
    [InlineData("Completed", true, 8, 2, nameof(WorkItemState.Done), "the full listing is too long ago")]
    [InlineData("Completed", false, 1, 2, nameof(WorkItemState.Done), "it was not a full listing")]
    [InlineData("Cancelled", true, 1, 2, nameof(WorkItemState.Cancelled), "it was cancelled half-way")]
    [InlineData("Fetching", true, 1, 2, nameof(WorkItemState.Planned), "it is not through yet")]
    public async Task It_stops_at_the_recent_window_once_a_full_listing_is_dealt_with(
        string state, bool listedAll, int daysAgo, int looked, string last, string why)
    {
        await using var host = await Plans.StartAsync([Plans.Row(2, daysAgo: 29), Plans.Row(1, daysAgo: 31)]);
        await host.AddJobAsync(state, listedAll, daysAgo, WorkItemState.Done, Enum.Parse<WorkItemState>(last));

        var plan = await host.PlanAsync(Plans.All);

        plan.Items.Count.ShouldBe(looked, why);
        plan.ListedAllActivities.ShouldBe(looked == 2);
    }

    [Fact]
    public async Task Only_the_activities_of_the_days_asked_for_are_fetched_from_a_list_that_has_all()
    {
        await using var host = await Plans.StartAsync([.. Enumerable.Range(0, 60).Select(day => Plans.Row(100 + day, daysAgo: day))]);
        var day = DateOnly.FromDateTime(Plans.Day(20).Date);

        var plan = await host.PlanAsync(Plans.All with { StartDate = day.AddDays(-5), EndDate = day.AddDays(-3) });

        // These rows have no local time: the day is known to one more or less.
        plan.Items.Select(item => item.Key).ShouldBe(["122", "123", "124", "125", "126"]);
        host.Garmin.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_hash_of_an_older_version_is_no_edit_and_is_replaced()
    {
        await using var host = await Plans.StartAsync([Plans.KnownRow]);
        await host.RememberAsync(Plans.KnownRow);
        var today = (await host.LedgerAsync()).Single().ContentHash;
        await host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<SyncedActivity>()
            .ExecuteUpdateAsync(row => row.SetProperty(activity => activity.ContentHash, Plans.OldHashOfKnownRow)));

        (await host.PlanAsync(Plans.All)).Items.ShouldBeEmpty();

        (await host.LedgerAsync()).Single().ContentHash.ShouldBe(today);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_no_plan()
    {
        await using var host = await Plans.StartAsync([Plans.Row(1, daysAgo: 1)]);
        host.Garmin.AnswerWith(context => context.Request.Query["start"] == "0" ? Answer.Json($"[{Plans.Row(1, daysAgo: 1)}]")(context) : Answer.Status(500)(context));

        await Should.ThrowAsync<GarminUnreachableException>(() => host.PlanAsync(Plans.All));
    }
}
