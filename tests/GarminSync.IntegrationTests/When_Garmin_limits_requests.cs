using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_Garmin_limits_requests(RabbitMqBroker broker)
{
    [Fact]
    public async Task The_account_pauses_as_long_as_Garmin_says_and_goes_on_by_itself()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 6 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        using var admin = new HttpClient { BaseAddress = garmin.BaseAddress };
        var userId = await system.Api.LinkAsync();
        using var limited = await admin.PostAsJsonAsync(
            "admin/faults", new { match = new { endpoint = "/download-service/*" }, kind = "RateLimited", retryAfterSeconds = 4, skip = 2, times = 1 });

        using var accepted = await system.Api.PostAsJsonAsync("api/garmin/sync/activities", new { });
        var paused = await Eventually.Get(
            () => system.Api.GetFromJsonAsync<JsonElement>(accepted.Headers.Location!), seen => seen.GetProperty("state").GetString() == "paused", TimeSpan.FromSeconds(30));
        var account = await system.Api.GetFromJsonAsync<JsonElement>($"api/garmin/accounts/{userId}");

        paused.GetProperty("paused_until").ValueKind.ShouldBe(JsonValueKind.String);
        account.GetProperty("status").GetString().ShouldBe("rate_limited");
        var ended = await system.Api.EndOfJobAsync(accepted.Headers.Location!);
        ended.GetProperty("state").GetString().ShouldBe("completed");
        ended.GetProperty("failures").GetArrayLength().ShouldBe(0);
    }
}
