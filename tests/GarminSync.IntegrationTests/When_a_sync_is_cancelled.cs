using System.Net;
using System.Net.Http.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_a_sync_is_cancelled(RabbitMqBroker broker)
{
    private const int Concurrency = 2;

    [Fact]
    public async Task What_is_being_fetched_ends_nothing_else_begins_and_the_next_job_has_its_turn()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 60 });
        var settings = new Dictionary<string, string?>(HostedSystem.Settings(garmin), StringComparer.Ordinal)
        {
            ["Garmin:ConcurrencyPerAccount"] = $"{Concurrency}",
            ["Garmin:RequestsPerSecond"] = "4",
        };
        await using var system = await HostedSystem.StartAsync(broker, settings);
        await system.Api.LinkAsync();
        var job = await system.Api.StartSyncAsync();
        await system.Api.IsUnderWayAsync(job);

        using var cancelled = await system.Api.DeleteAsync(job);
        var fetched = await garmin.RequestsAsync("/download-service/");
        cancelled.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await system.Api.EndOfJobAsync(job)).GetProperty("state").GetString().ShouldBe("cancelled");

        // It begins when all has ended that was under way.
        using var next = await system.Api.PostAsJsonAsync("api/garmin/sync/health-metrics", new { metrics = new[] { "steps" } });
        (await system.Api.EndOfJobAsync(next.Headers.Location!)).GetProperty("state").GetString().ShouldBe("completed");
        (await garmin.RequestsAsync("/download-service/")).ShouldBeInRange(fetched, fetched + Concurrency);
    }
}
