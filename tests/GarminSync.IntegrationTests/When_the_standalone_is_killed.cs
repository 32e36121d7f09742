using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_the_standalone_is_killed
{
    private const int Activities = 20;

    [Fact]
    public async Task Its_job_goes_on_where_it_was()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = Activities });
        using var admin = new HttpClient { BaseAddress = garmin.BaseAddress };
        using var slow = await admin.PostAsJsonAsync("admin/faults", new { match = new { endpoint = "/download-service/*" }, kind = "Latency", delayMilliseconds = 200 });
        var folder = Directory.CreateTempSubdirectory("standalone-").FullName;
        var url = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var settings = new Dictionary<string, string?>(DeployedSystem.Settings(garmin), StringComparer.Ordinal)
        {
            ["DataFolder"] = folder,
            ["CentralDb:Url"] = $"http://127.0.0.1:{FreePort.Next()}",
        };

        string userId;
        Uri job;
        await using (var first = await RunningService.StartAsync(ServiceProgram.Standalone, url, settings))
        {
            userId = await first.Http.LinkAsync();
            using var accepted = await first.Http.PostAsJsonAsync("api/garmin/sync/activities", new { });
            job = accepted.Headers.Location!;
            await Eventually.Get(() => first.Http.GetFromJsonAsync<JsonElement>(job), seen => seen.GetProperty("progress").GetDouble() > 0.2, TimeSpan.FromSeconds(60));
            await first.KillAsync();
        }

        await using var second = await RunningService.StartAsync(ServiceProgram.Standalone, url, settings);
        var ended = await second.Http.EndOfJobAsync(job);

        ended.GetProperty("state").GetString().ShouldBe("completed");
        ended.GetProperty("counts").GetProperty("activities").GetProperty("done").GetInt32().ShouldBe(garmin.ActivitiesOf(GatewayCalls.UserName).Count);
        using var centralDb = new HttpClient { BaseAddress = new Uri(settings["CentralDb:Url"]!) };
        var stored = await centralDb.GetFromJsonAsync<JsonElement>($"activities/{userId}");
        stored.GetProperty("total").GetInt32().ShouldBe(garmin.ActivitiesOf(GatewayCalls.UserName).Count);

        await second.KillAsync();
        Directory.Delete(folder, recursive: true);
    }
}
