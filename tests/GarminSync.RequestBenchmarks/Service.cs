using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using GarminConnect.Simulator;
using GarminConnect.Simulator.Athletes;
using GarminSync.Standalone;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace GarminSync.RequestBenchmarks;

/// <summary>The whole service in this process, with a simulator as its Garmin.</summary>
public sealed class Service : IAsyncDisposable
{
    private static readonly TimeSpan LongestJob = TimeSpan.FromMinutes(10);

    public const string Sync = "api/garmin/sync";
    public const string HealthSync = "api/garmin/sync/health-metrics";

    public static readonly IReadOnlyList<string> GraphQl = ["/graphql-gateway/*"];

    public static readonly IReadOnlyList<string> Ranges =
    [
        "/usersummary-service/stats/*", "/sleep-service/stats/*", "/wellness-service/stats/*", "/fitnessage-service/stats/*", "/userstats-service/*",
        "/hrv-service/hrv/daily/*", "/weight-service/weight/range/*", "/bloodpressure-service/bloodpressure/range/*", "/wellness-service/wellness/bodyBattery/reports/*",
        "/mobile-gateway/usersummary/trainingstatus/weekly/*", "/metrics-service/metrics/trainingreadiness/{from}/{to}", "/metrics-service/metrics/endurancescore/stats",
        "/metrics-service/metrics/hillscore/stats", "/metrics-service/metrics/racepredictions/daily/*",
    ];

    private static readonly string[] Emails = ["month@example.com", "year@example.com", "idle@example.com", "rest@example.com", "rest-year@example.com", "days@example.com"];

    private readonly GarminSimulator _garmin;
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;
    private readonly HttpClient _gateway;
    private readonly HttpClient _admin;

    private Service(GarminSimulator garmin, WebApplication app, DirectoryInfo folder)
    {
        (_garmin, _app, _folder) = (garmin, app, folder);
        _gateway = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        _admin = new HttpClient { BaseAddress = garmin.BaseAddress };
    }

    public static async Task<Service> StartAsync()
    {
        var garmin = await GarminSimulator.StartAsync(new SimulatorOptions
        {
            Athletes = [.. Emails.Select(email => new AthleteSpec { Email = email, Activities = 0 })],
        });
        var folder = Directory.CreateTempSubdirectory("garminsync-benchmark-");
        var app = StandaloneServer.Create([], builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["DataFolder"] = folder.FullName,
            ["CentralDb:Url"] = $"http://127.0.0.1:{FreePort()}",
            ["CentralDb:HealthMetricBatchSize"] = "5000",
            ["Serilog:MinimumLevel:Default"] = "Error",
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Error",
            ["EmbeddedCentralDb:Serilog:MinimumLevel:Default"] = "Error",
            ["EmbeddedCentralDb:Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Error",
            ["Garmin:Sandbox"] = "true",
            ["Garmin:SsoUrl"] = garmin.BaseAddress.ToString(),
            ["Garmin:DiAuthUrl"] = garmin.BaseAddress.ToString(),
            ["Garmin:ConnectApiUrl"] = garmin.BaseAddress.ToString(),
            ["Garmin:ConnectUrl"] = garmin.BaseAddress.ToString(),
            ["Garmin:RequestsPerSecond"] = "1000",
            ["Gateway:Login:AttemptsPerAddress"] = "1000",
            ["Schedules:Default:Every"] = "",
        }));
        await app.StartAsync();
        var service = new Service(garmin, app, folder);
        foreach (var email in Emails)
        {
            using var linked = await service._gateway.PostAsJsonAsync("api/garmin/login", new { username = email, password = AthleteSpec.DefaultPassword });
            linked.EnsureSuccessStatusCode();
        }

        return service;
    }

    /// <summary>From here on, Garmin refuses these calls too.</summary>
    public async Task RefuseAsync(IReadOnlyList<string> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            using var refused = await _admin.PostAsJsonAsync("admin/faults", new { match = new { endpoint }, kind = "Status", status = 403 });
            refused.EnsureSuccessStatusCode();
        }
    }

    /// <summary>The watch of an account has not synchronised for some hours, and does not.</summary>
    public async Task StopWatchAsync(string email)
    {
        using var stopped = await _admin.PutAsJsonAsync($"admin/athletes/{email}/health/last-sync", new { at = TimeProvider.System.GetUtcNow().AddHours(-3) });
        stopped.EnsureSuccessStatusCode();
    }

    /// <summary>Syncs an account, and counts what Garmin gets of it.</summary>
    public async Task<Cost> CountAsync(string title, string email, string path, object body, int? budget)
    {
        using var cleared = await _admin.DeleteAsync(new Uri("admin/requests", UriKind.Relative));
        var job = await SyncAsync(email, path, body);
        var log = (await _admin.GetFromJsonAsync<JsonArray>($"admin/requests/log?account={email}"))!;
        var calls = log.GroupBy(request => $"{request!["method"]} {request["endpoint"]}", StringComparer.Ordinal).ToDictionary(call => call.Key, call => call.Count(), StringComparer.Ordinal);
        return new Cost(title, budget, calls, $"{job["state"]}");
    }

    public async ValueTask DisposeAsync()
    {
        _gateway.Dispose();
        _admin.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _garmin.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<JsonNode> SyncAsync(string email, string path, object body)
    {
        var request = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(body))!;
        request["user_id"] = await UserAsync(email);
        using var accepted = await _gateway.PostAsJsonAsync(path, request);
        accepted.EnsureSuccessStatusCode();
        using var deadline = new CancellationTokenSource(LongestJob);
        while (true)
        {
            var job = await _gateway.GetFromJsonAsync<JsonNode>(accepted.Headers.Location, deadline.Token);
            if (job!["end_time"] is not null)
            {
                return job;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, deadline.Token);
        }
    }

    private async Task<string> UserAsync(string email)
    {
        var accounts = await _gateway.GetFromJsonAsync<JsonNode>("api/garmin/accounts");
        return accounts!["accounts"]!.AsArray().Single(account => $"{account!["username"]}" == email)!["user_id"]!.GetValue<string>();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
