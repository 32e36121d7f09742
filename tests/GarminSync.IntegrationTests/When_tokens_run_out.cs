using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>Against a Garmin that ends all tokens of an account when a refresh token comes twice.</summary>
public sealed class When_tokens_run_out(RabbitMqBroker broker)
{
    private const string TokenPath = "/oauth/token";

    [Fact]
    public async Task Several_processes_renew_them_without_using_one_twice()
    {
        // Less than the margin of renewal: each piece of work renews them.
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 12, AccessTokenSeconds = 60, RevokeAllOnReuse = true });
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));
        await using var second = await system.StartMoreConsumersAsync();
        await using var third = await system.StartMoreConsumersAsync();
        await system.Api.LinkAsync();

        var job = await system.Api.SyncAsync();

        job.GetProperty("state").GetString().ShouldBe("completed");
        (await garmin.RequestsAsync("/api/login")).ShouldBe(1);
        (await garmin.RequestsAsync(TokenPath)).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task New_ones_outlive_a_process_that_is_killed_before_it_uses_them()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 3, RevokeAllOnReuse = true });
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));
        await system.Api.LinkAsync();
        await garmin.EndTokensAsync(GatewayCalls.UserName, "expire");
        // The first list call is refused, and makes them be renewed and saved; the second, which uses them, is not answered in time.
        await garmin.SetFaultAsync(new { match = new { endpoint = "/activitylist-service/*" }, kind = "Latency", delayMilliseconds = 60_000, skip = 1 });
        var job = await system.Api.StartSyncAsync();
        await Eventually.Is(async () => await garmin.FaultHitsAsync() > 0, TimeSpan.FromSeconds(30));

        await system.Consumers.KillAsync();
        await garmin.EndFaultsAsync();
        await system.StartConsumersAsync();

        (await system.Api.EndOfJobAsync(job)).GetProperty("state").GetString().ShouldBe("completed");
        (await garmin.RequestsAsync("/api/login")).ShouldBe(1);
        (await garmin.RequestsAsync(TokenPath)).ShouldBe(2);
    }
}
