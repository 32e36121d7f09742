using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_the_sealing_key_is_changed(RabbitMqBroker broker)
{
    [Fact]
    public async Task Processes_that_run_go_on_with_it_and_the_old_one_is_not_needed_any_more()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));
        await system.Api.LinkAsync();

        (await system.RunAsync("keys", "add")).ShouldContain("has a new key");
        (await system.RunAsync("keys", "reseal")).ShouldContain("1 accounts sealed again");
        (await system.RunAsync("keys", "reseal")).ShouldContain("0 accounts sealed again");
        (await system.Api.SyncAsync()).GetProperty("status").GetString().ShouldBe("completed");

        system.ForgetOldKeys().ShouldBe(1);
        await system.Consumers.TerminateAsync();
        await system.StartConsumersAsync();
        await system.IsReadyAsync();
        (await system.Api.SyncAsync()).GetProperty("status").GetString().ShouldBe("completed");
    }
}
