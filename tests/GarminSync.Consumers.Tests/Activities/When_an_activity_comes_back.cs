using System.Text.Json;
using GarminSync.Consumers.Activities;
using GarminSync.Contracts;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_an_activity_comes_back
{
    [Fact]
    public async Task It_goes_on_counting_and_so_does_its_next_deletion()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.WholeFile);
        await SyncAsync(host);
        var first = await DeleteAsync(host);

        (await SyncAsync(host)).Revision.ShouldBe(2);
        var second = await DeleteAsync(host);

        (first.Revision, second.Revision).ShouldBe((1, 2));
        ActivityEvents.Of(second).MessageId.ShouldNotBe(ActivityEvents.Of(first).MessageId);
    }

    [Fact]
    public async Task It_has_new_records_when_the_old_ones_were_deleted_from_CentralDB()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.WholeFile, ("Activities:DeleteFromCentralDb", "true"));
        await SyncAsync(host);
        await DeleteAsync(host);
        (await host.OnlyAsync())!.CentralDbIds.ShouldBeEmpty();

        await SyncAsync(host);

        (await host.OnlyAsync())!.CentralDbIds.ShouldBe("41");
    }

    [Fact]
    public void The_ids_of_first_events_are_what_they_always_were()
    {
        var synced = new ActivitySynced { UserId = "7", GarminActivityId = 5, Revision = 1, ActivityType = "running", Files = [] };

        ActivityEvents.Of(synced).MessageId.ShouldBe(new Guid("0b0bbf12-d0d4-0274-b8bc-23de9cb32cf9"));
    }

    /// <summary>Plans with the activity on the list, and carries the order out.</summary>
    private static async Task<ActivitySynced> SyncAsync(CapabilityHost host)
    {
        host.List([Imports.Row]);
        var item = (await host.PlanAsync(Plans.All)).Items.ShouldHaveSingleItem();
        var order = JsonSerializer.Deserialize<ActivityOrder>(item.Order)!;
        host.Garmin.AnswerWith(Imports.WholeFile);
        return (await host.ImportAsync(order.Row, order.ListedAt)).ShouldBeOfType<ActivityImport.Synced>().Activity;
    }

    private static async Task<ActivityDeleted> DeleteAsync(CapabilityHost host)
    {
        host.List([]);
        await host.PlanAsync(Plans.All);
        return (await host.PlanAsync(Plans.All)).Gone.ShouldHaveSingleItem();
    }
}
