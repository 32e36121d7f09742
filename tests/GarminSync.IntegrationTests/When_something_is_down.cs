using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>Whoever calls is told within seconds what is down, and the next call works when it is back.</summary>
public sealed class When_something_is_down(RabbitMqBroker broker)
{
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_answer_names_CentralDB_Garmin_or_the_consumers()
    {
        var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 2 });
        var garminUrl = garmin.BaseAddress;
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));

        await system.CentralDb.KillAsync();
        await ShouldBeRefusedAsync(system, "CentralDB", HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable);
        await system.StartCentralDbAsync();

        await garmin.DisposeAsync();
        await ShouldBeRefusedAsync(system, "Garmin", HttpStatusCode.BadGateway, HttpStatusCode.GatewayTimeout);
        garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 2, Url = garminUrl });

        await system.Consumers.KillAsync();
        await ShouldBeRefusedAsync(system, "consumers", HttpStatusCode.GatewayTimeout, HttpStatusCode.ServiceUnavailable);
        await system.StartConsumersAsync();
        await system.IsReadyAsync();

        var userId = await system.Api.LinkAsync();
        userId.ShouldNotBeEmpty();
        var job = await system.Api.SyncAsync();
        job.GetProperty("state").GetString().ShouldBe("completed");
        await garmin.DisposeAsync();
    }

    [Fact]
    public async Task A_sync_outlives_an_outage_of_CentralDB_without_failing_an_item()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 20 });
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));
        await system.Api.LinkAsync();
        await SlowDownloadsAsync(garmin);

        using var accepted = await system.Api.PostAsJsonAsync("api/garmin/sync/activities", new { });
        var job = accepted.Headers.Location!;
        await Eventually.Get(
            () => system.Api.GetFromJsonAsync<JsonElement>(job), seen => seen.GetProperty("progress").GetDouble() > 0, TimeSpan.FromSeconds(30));
        await system.CentralDb.KillAsync();
        await Eventually.Get(
            () => system.Api.GetFromJsonAsync<JsonElement>(job), seen => seen.GetProperty("state").GetString() == "paused", TimeSpan.FromSeconds(30));
        await system.StartCentralDbAsync();

        var ended = await system.Api.EndOfJobAsync(job);
        ended.GetProperty("state").GetString().ShouldBe("completed");
        ended.GetProperty("failures").GetArrayLength().ShouldBe(0);
    }

    private static async Task ShouldBeRefusedAsync(DeployedSystem system, string named, params HttpStatusCode[] expected)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await system.Api.PostAsJsonAsync("api/garmin/login", new { username = GatewayCalls.UserName, password = GatewayCalls.Password });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

        expected.ShouldContain(answer.StatusCode, body.ToString());
        body.GetProperty("detail").GetString()!.ShouldContain(named);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Seconds);
    }

    private static async Task SlowDownloadsAsync(GarminSimulator garmin)
    {
        using var admin = new HttpClient { BaseAddress = garmin.BaseAddress };
        using var made = await admin.PostAsJsonAsync("admin/faults", new { match = new { endpoint = "/download-service/*" }, kind = "Latency", delayMilliseconds = 500 });
        made.EnsureSuccessStatusCode();
    }
}
