using System.Text.Json;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_an_old_order_is_carried_out
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Tuesday = Monday.AddDays(1);

    [Fact]
    public async Task It_does_not_overwrite_what_a_later_listing_brought()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.WholeFile);
        await host.ImportAsync(Imports.Renamed("Newer"), Tuesday);

        (await host.ImportAsync(Imports.Renamed("Older"), Monday)).ShouldBeOfType<ActivityImport.NothingNew>();

        host.CentralDb.Requests.Count.ShouldBe(1);
        host.Garmin.Requests.Count.ShouldBe(1);
        (await host.OnlyAsync())!.Revision.ShouldBe(1);
    }

    [Fact]
    public async Task It_does_not_undo_an_edit_that_was_itself_undone()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.WholeFile);
        await host.ImportAsync(Imports.Row, Monday);

        // On Tuesday the name is another one, but the order fails; when it is retried, a listing has seen the old name again.
        await host.AddJobAsync("CompletedWithErrors", listedAll: false, daysAgo: 1, (5, WorkItemState.Failed));
        host.List([Imports.Row]);
        await host.PlanAsync(Plans.All);
        host.Garmin.AnswerWith(Imports.WholeFile);

        (await host.ImportAsync(Imports.Renamed("For a day"), Tuesday)).ShouldBeOfType<ActivityImport.NothingNew>();
    }

    [Fact]
    public async Task What_has_no_order_under_way_is_not_written_to_at_each_listing()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.WholeFile);
        await host.ImportAsync(Imports.Row, Monday);
        await host.AddJobAsync("Completed", listedAll: true, daysAgo: 1, (5, WorkItemState.Done));

        host.List([Imports.Row]);
        await host.PlanAsync(Plans.All);

        (await host.OnlyAsync())!.ListedAt.ShouldBe(Monday);
    }

    [Fact]
    public async Task It_does_not_bring_back_what_is_gone()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.WholeFile);
        await host.ImportAsync(Imports.Row, Monday);
        host.List([]);
        await host.PlanAsync(Plans.All);
        (await host.PlanAsync(Plans.All)).Gone.ShouldHaveSingleItem();
        host.Garmin.AnswerWith(Imports.WholeFile);

        (await host.ImportAsync(Imports.Row, Tuesday)).ShouldBeOfType<ActivityImport.NothingNew>();

        (await host.OnlyAsync())!.GoneAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_new_order_for_what_is_stored_is_carried_out_in_any_case()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.WholeFile);
        await host.ImportAsync(Imports.Row, Tuesday);

        (await host.ImportAsync(Imports.Row, Monday)).ShouldBeOfType<ActivityImport.Synced>().Activity.Revision.ShouldBe(1);

        (await host.OnlyAsync())!.ListedAt.ShouldBe(Tuesday);
    }

    [Fact]
    public async Task One_of_an_older_version_does_not_say_when_it_was_listed_and_is_carried_out()
    {
        var order = JsonSerializer.Deserialize<ActivityOrder>("""{"Row":"{}","Formats":["original"]}""")!;
        order.ListedAt.ShouldBeNull();
        await using var host = await CapabilityHost.StartAsync(Imports.WholeFile);
        await host.ImportAsync(Imports.Row, Tuesday);

        (await host.ImportAsync(Imports.Renamed("Whenever"), order.ListedAt)).ShouldBeOfType<ActivityImport.Synced>().Activity.Revision.ShouldBe(2);

        (await host.OnlyAsync())!.ListedAt.ShouldBe(Tuesday);
    }

    [Fact]
    public async Task The_plan_says_when_it_listed()
    {
        await using var host = await Plans.StartAsync([Imports.Row]);
        var before = TimeProvider.System.GetUtcNow();

        var item = (await host.PlanAsync(Plans.All)).Items.ShouldHaveSingleItem();

        JsonSerializer.Deserialize<ActivityOrder>(item.Order)!.ListedAt.ShouldNotBeNull().ShouldBeInRange(before, TimeProvider.System.GetUtcNow());
    }
}
