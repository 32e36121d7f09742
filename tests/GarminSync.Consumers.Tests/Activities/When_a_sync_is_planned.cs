using System.Text.Json;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.GarminConnect;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Consumers.Tests.GarminConnect;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_a_sync_is_planned
{
    private const string User = "7";

    private static readonly SyncScope All = new() { Kinds = [SyncKinds.Activities], Formats = [ActivityFileFormats.Original] };

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Everything_is_fetched_the_first_time_newest_first()
    {
        await using var host = await StartAsync([Row(3, daysAgo: 1), Row(2, daysAgo: 5), Row(1, daysAgo: 900)]);

        var plan = await PlanAsync(host, All);

        plan.Items.OrderBy(item => item.Rank).Select(item => item.Key).ShouldBe(["3", "2", "1"]);
        (plan.Unchanged, plan.Complete).ShouldBe((0, true));
    }

    [Fact]
    public async Task What_is_in_the_ledger_as_it_is_listed_is_left_alone()
    {
        var rows = new[] { Row(2, daysAgo: 1), Row(1, daysAgo: 2) };
        await using var host = await StartAsync(rows);
        await RememberAsync(host, rows);

        var plan = await PlanAsync(host, All);

        (plan.Items.Count, plan.Unchanged).ShouldBe((0, 2));
    }

    [Fact]
    public async Task What_was_edited_is_fetched_again()
    {
        await using var host = await StartAsync([Row(1, daysAgo: 2, name: "After"), Row(2, daysAgo: 3)]);
        await RememberAsync(host, [Row(1, daysAgo: 2, name: "Before"), Row(2, daysAgo: 3)]);

        var plan = await PlanAsync(host, All);

        plan.Items.ShouldHaveSingleItem().Key.ShouldBe("1");
        plan.Unchanged.ShouldBe(1);
    }

    [Theory]
    [InlineData(false, ActivityFileFormats.Original, 0)]
    [InlineData(false, ActivityFileFormats.Gpx, 1)]
    [InlineData(true, ActivityFileFormats.Original, 1)]
    public async Task A_format_that_is_missing_and_force_fetch_again(bool force, string format, int fetched)
    {
        var row = Row(1, daysAgo: 2);
        await using var host = await StartAsync([row]);
        await RememberAsync(host, [row]);

        var plan = await PlanAsync(host, All with { Force = force, Formats = [format] });

        plan.Items.Count.ShouldBe(fetched);
    }

    [Fact]
    public async Task Days_that_are_asked_for_are_asked_of_Garmin_and_are_not_everything()
    {
        await using var host = await StartAsync([Row(1, daysAgo: 400)]);
        await AddJobAsync(host, "Completed", listedAll: true);

        var plan = await PlanAsync(host, All with { StartDate = new DateOnly(2024, 1, 1), EndDate = new DateOnly(2024, 12, 31) });

        (plan.Items.Count, plan.Complete).ShouldBe((1, false));
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
        await using var host = await StartAsync([Row(2, daysAgo: 29), Row(1, daysAgo: 31)]);
        await AddJobAsync(host, state, listedAll, daysAgo);

        var plan = await PlanAsync(host, All);

        plan.Items.Count.ShouldBe(looked, why);
        plan.Complete.ShouldBe(looked == 2);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_no_plan()
    {
        await using var host = await StartAsync([Row(1, daysAgo: 1)]);
        host.Garmin.AnswerWith(context => context.Request.Query["start"] == "0" ? Answer.Json($"[{Row(1, daysAgo: 1)}]")(context) : Answer.Status(500)(context));

        await Should.ThrowAsync<GarminUnreachableException>(() => PlanAsync(host, All));
    }

    private static Task<CapabilityHost> StartAsync(string[] rows) => CapabilityHost.StartAsync(
        context => Answer.Json(context.Request.Query["start"] == "0" ? $"[{string.Join(',', rows)}]" : "[]")(context));

    private static string Row(long id, int daysAgo, string name = "Run") => JsonSerializer.Serialize(new
    {
        activityId = id,
        activityName = name,
        startTimeGMT = (Now.Date - TimeSpan.FromDays(daysAgo) + TimeSpan.FromHours(1)).ToString("yyyy-MM-dd HH:mm:ss"),
    });

    private static Task<SyncPlan> PlanAsync(CapabilityHost host, SyncScope scope) => host.InScopeAsync(services =>
        services.GetServices<ISyncPlanner>().Single(planner => planner.Kind == SyncKinds.Activities).PlanAsync(GarminHarness.Session(), User, scope, CancellationToken.None));

    private static Task RememberAsync(CapabilityHost host, string[] rows) => host.InScopeAsync(services =>
    {
        services.GetRequiredService<StateDb>().AddRange(rows.Select(row => GarminActivityRow.Read(JsonDocument.Parse(row).RootElement)!).Select(activity => new SyncedActivity
        {
            UserId = User,
            GarminActivityId = activity.ActivityId,
            ContentHash = activity.ContentHash,
            Formats = ActivityFileFormats.Original,
            Revision = 1,
            StartTime = activity.StartTime,
        }));
        return Task.CompletedTask;
    });

    private static Task AddJobAsync(CapabilityHost host, string state, bool listedAll, int daysAgo = 1) => host.InScopeAsync(services =>
    {
        services.GetRequiredService<StateDb>().Add(new SyncJob
        {
            CorrelationId = Guid.NewGuid(),
            UserId = User,
            CurrentState = state,
            Scope = All,
            ListedAllActivities = listedAll,
            PlannedAt = Now.AddDays(-daysAgo),
        });
        return Task.CompletedTask;
    });
}
