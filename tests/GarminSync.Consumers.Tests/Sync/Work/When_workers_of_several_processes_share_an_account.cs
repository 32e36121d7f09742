using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_workers_of_several_processes_share_an_account
{
    [Theory]
    [InlineData(0, 1, 1)] // an order of an older version
    [InlineData(1, 1, 1)]
    [InlineData(2, 2, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 2, 2)]
    [InlineData(5, 1, 5)]
    [InlineData(1, 2, 1)] // one of an order before
    public void Each_process_takes_its_part_of_the_requests_a_second(int inFlight, int here, int turns)
    {
        var workers = new AccountWorkers();
        for (var worker = 0; worker < here; worker++)
        {
            workers.Begin("42");
        }

        workers.Begin("43");

        workers.TurnsPerRequest(Order(inFlight)).ShouldBe(turns);
    }

    [Fact]
    public void What_a_worker_leaves_is_divided_anew()
    {
        var workers = new AccountWorkers();
        using var first = workers.Begin("42");
        var second = workers.Begin("42");
        workers.TurnsPerRequest(Order(2)).ShouldBe(1);

        second.Dispose();
        second.Dispose();

        workers.TurnsPerRequest(Order(2)).ShouldBe(2);
    }

    [Fact]
    public async Task An_order_says_how_many_are_in_flight()
    {
        await using var host = await SyncHost.StartAsync();
        await host.LinkAsync();

        await host.StartWithPlanAsync(3);

        host.Heard.Of<FetchActivity>().Select(order => order.InFlight).ShouldBe([2, 2]);
    }

    private static FetchActivity Order(int inFlight) => new()
    {
        JobId = Guid.NewGuid(),
        ItemId = Guid.NewGuid(),
        Attempt = 1,
        UserId = "42",
        InFlight = inFlight,
        Order = new ActivityOrder { Row = "{}", Formats = [ActivityFileFormats.Original] },
    };
}
