using System.Net.Http.Json;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using GarminSync.WebTests.Browsing;

namespace GarminSync.WebTests;

public sealed class When_the_gateway_is_killed(Chromium chromium, RabbitMqBroker broker)
{
    private const int Activities = 100;

    [Fact]
    public async Task An_open_page_comes_back_by_itself_and_shows_the_sync_to_its_end()
    {
        var browser = await chromium.StartAsync();
        var folder = Directory.CreateTempSubdirectory("garminsync-web-");
        var (garmin, centralDb, gateway) = (Local(), Local(), Local());
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DataFolder"] = folder.FullName,
            ["RabbitMq:Url"] = (await broker.CreateVirtualHostAsync(TestContext.Current.CancellationToken)).Amqp.ToString(),
            ["CentralDb:Url"] = centralDb.ToString(),
            ["Simulator:DefaultActivities"] = $"{Activities}",
            ["Garmin:Sandbox"] = "true",
            ["Garmin:SsoUrl"] = garmin.ToString(),
            ["Garmin:DiAuthUrl"] = garmin.ToString(),
            ["Garmin:ConnectApiUrl"] = garmin.ToString(),
            ["Garmin:ConnectUrl"] = garmin.ToString(),
            ["Garmin:RequestsPerSecond"] = "5", // slow enough to be met in the middle
        };
        await using var simulator = await RunningService.StartAsync(ServiceProgram.Simulator, garmin, settings);
        await using var store = await RunningService.StartAsync(ServiceProgram.CentralDb, centralDb, settings);
        await using var consumers = await RunningService.StartAsync(ServiceProgram.Consumers, Local(), settings);
        await using var killed = await RunningService.StartAsync(ServiceProgram.Gateway, gateway, settings);
        using var linked = await killed.Http.PostAsJsonAsync(
            "api/garmin/login", new { username = "athlete@example.com", password = "correct horse battery staple" }, TestContext.Current.CancellationToken);
        linked.EnsureSuccessStatusCode();

        await using var visit = await Visit.BeginAsync(browser, gateway.ToString().TrimEnd('/'), width: 1280, dark: false, scripts: true);
        await visit.OpenAsync("sync");
        await visit.Page.GetByLabel("Activities", new() { Exact = true }).CheckAsync();
        await visit.Button("Start the sync").ClickAsync();
        await visit.SeesStateAsync("Fetching");

        await killed.KillAsync();
        await visit.SeesAsync("Connecting again");
        await using var started = await RunningService.StartAsync(ServiceProgram.Gateway, gateway, settings);

        await visit.SeesStateAsync("Completed");
        var bar = visit.Page.Locator("progress").First;
        (await bar.GetAttributeAsync("value")).ShouldBe(await bar.GetAttributeAsync("max"));
        await visit.AliveAsync();
        folder.Delete(recursive: true);
    }

    private static Uri Local() => new($"http://127.0.0.1:{FreePort.Next()}/");
}
