using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_the_broker_restarts
{
    private const int Activities = 20;

    [Fact]
    public async Task Consumers_and_gateway_connect_again_and_the_job_goes_on()
    {
        Assert.SkipUnless(RabbitMqBroker.CanStop, "The broker that the environment names is not ours to stop.");
        await using var broker = new RabbitMqBroker();
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = Activities });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        await system.Api.LinkAsync();
        await garmin.SlowDownAsync("/download-service/*", TimeSpan.FromMilliseconds(300));
        var job = await system.Api.StartSyncAsync();
        await system.Api.IsUnderWayAsync(job);

        await broker.StopAsync();
        await broker.StartAsync();
        await system.IsReadyAsync();

        var ended = await system.Api.EndOfJobAsync(job);
        ended.GetProperty("state").GetString().ShouldBe("completed");
        ended.GetProperty("counts").GetProperty("activities").GetProperty("done").GetInt32().ShouldBe(garmin.ActivitiesOf(GatewayCalls.UserName).Count);
        await using var client = await PlainClient.ConnectAsync(system.Amqp);
        (await client.CountAsync("fetch-activity_error")).ShouldBe(0);
        (await client.CountAsync("sync-job_error")).ShouldBe(0);
    }
}
