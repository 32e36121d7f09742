using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>Cloudflare's page in the place of Garmin says nothing about an account: nothing fails, nobody is logged out, and what is there arrives when it is over.</summary>
public sealed class When_Garmin_is_blocked(RabbitMqBroker broker)
{
    [Fact]
    public async Task A_block_of_everything_pauses_all_and_fails_nothing()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 20 });
        await using var system = await DeployedSystem.StartAsync(broker, Settings(garmin));
        await system.Api.LinkAsync();
        await garmin.SlowDownAsync("/download-service/*", TimeSpan.FromMilliseconds(100));
        var job = await system.Api.StartSyncAsync();
        await system.Api.IsUnderWayAsync(job);

        await garmin.EndFaultsAsync();
        await garmin.SetFaultAsync(new { match = new { endpoint = "/*" }, kind = "Blocked" });
        var paused = await Eventually.Get(() => system.Api.GetFromJsonAsync<JsonElement>(job), seen => seen.GetProperty("state").GetString() == "paused", TimeSpan.FromSeconds(30));
        await Eventually.Is(async () => await garmin.FaultHitsAsync() >= 12, TimeSpan.FromSeconds(60));
        await garmin.EndFaultsAsync();

        paused.GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("HTTP 403");
        paused.GetProperty("paused_until").GetString().ShouldNotBeNull();
        var ended = await system.Api.EndOfJobAsync(job);
        (ended.GetProperty("state").GetString(), ended.GetProperty("failures").GetArrayLength()).ShouldBe(("completed", 0));
        (await garmin.RequestsAsync("/api/login")).ShouldBe(1);
    }

    [Fact]
    public async Task A_block_of_the_token_server_alone_logs_nobody_out()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 3 });
        await using var system = await DeployedSystem.StartAsync(broker, Settings(garmin));
        var userId = await system.Api.LinkAsync();
        await garmin.EndTokensAsync(GatewayCalls.UserName, "expire");
        await garmin.SetFaultAsync(new { match = new { endpoint = "/di-oauth2-service/*" }, kind = "Blocked" });

        var job = await system.Api.StartSyncAsync();
        await Eventually.Get(() => system.Api.GetFromJsonAsync<JsonElement>(job), seen => seen.GetProperty("state").GetString() == "paused", TimeSpan.FromSeconds(30));
        await Eventually.Is(async () => await garmin.FaultHitsAsync() >= 3, TimeSpan.FromSeconds(30));
        var accounts = await system.Api.GetStringAsync(new Uri("api/garmin/accounts", UriKind.Relative));
        await garmin.EndFaultsAsync();

        accounts.ShouldContain(userId);
        accounts.ShouldNotContain("needs_login");
        (await system.Api.EndOfJobAsync(job)).GetProperty("state").GetString().ShouldBe("completed");
        (await garmin.RequestsAsync("/api/login")).ShouldBe(1, "no password was sent into the block");
    }

    [Fact]
    public async Task A_block_of_one_path_stops_what_is_there_and_nothing_else()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 5 });
        await using var system = await DeployedSystem.StartAsync(broker, Settings(garmin));
        await system.Api.LinkAsync();
        await garmin.SetFaultAsync(new { match = new { endpoint = "/sleep-service/*" }, kind = "Blocked" });

        using var accepted = await system.Api.PostAsJsonAsync("api/garmin/sync", new { });
        var ended = await system.Api.EndOfJobAsync(accepted.Headers.Location!);

        // What of a night another path has may be fetched by that; then nothing fails.
        var failed = ended.GetProperty("failures").EnumerateArray().ToList();
        ended.GetProperty("state").GetString().ShouldBe(failed.Count > 0 ? "completed_with_errors" : "completed");
        (await garmin.FaultHitsAsync()).ShouldBeGreaterThan(0);
        failed.ShouldAllBe(failure => failure.GetProperty("item").GetString()!.Contains("sleep", StringComparison.Ordinal));
        ended.GetProperty("counts").GetProperty("activities").GetProperty("done").GetInt32().ShouldBe(garmin.ActivitiesOf(GatewayCalls.UserName).Count);
        (await garmin.RequestsAsync("/api/login")).ShouldBe(1);
    }

    private static Dictionary<string, string?> Settings(GarminSimulator garmin) => new(DeployedSystem.Settings(garmin), StringComparer.Ordinal)
    {
        ["Sync:FirstBackOff"] = "00:00:00.100",
        ["Sync:LongestBackOff"] = "00:00:01",
        ["Garmin:RetryDelay"] = "00:00:00.020",
    };
}
