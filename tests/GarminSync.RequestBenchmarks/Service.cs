using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GarminConnect.Simulator;
using GarminConnect.Simulator.Athletes;
using GarminSync.Standalone;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace GarminSync.RequestBenchmarks;

/// <summary>The whole service in this process, with a simulator as its Garmin.</summary>
internal sealed class Service : IAsyncDisposable
{
    private static readonly TimeSpan LongestJob = TimeSpan.FromMinutes(10);

    public static readonly IReadOnlyList<string> GraphQl = ["/graphql-gateway/*"];

    public static readonly IReadOnlyList<string> Ranges =
    [
        "/usersummary-service/stats/*", "/sleep-service/stats/*", "/wellness-service/stats/*", "/fitnessage-service/stats/*", "/userstats-service/*",
        "/hrv-service/hrv/daily/*", "/weight-service/weight/range/*", "/bloodpressure-service/bloodpressure/range/*", "/wellness-service/wellness/bodyBattery/reports/*",
        "/mobile-gateway/usersummary/trainingstatus/weekly/*", "/metrics-service/metrics/trainingreadiness/{from}/{to}", "/metrics-service/metrics/endurancescore/stats",
        "/metrics-service/metrics/hillscore/stats", "/metrics-service/metrics/racepredictions/daily/*",
    ];

    private static readonly string[] Emails = ["month@example.com", "year@example.com", "rest@example.com", "days@example.com"];

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
            ["CentralDb:Url"] = "http://127.0.0.1:18142",
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

    /// <summary>Syncs the health metrics of an account and prints what that took. Over the budget, the exit code is 1.</summary>
    public async Task MeasureAsync(string title, string email, object body, int? budget)
    {
        using var cleared = await _admin.DeleteAsync(new Uri("admin/requests", UriKind.Relative));
        var job = await SyncAsync(email, body);
        var log = (await _admin.GetFromJsonAsync<JsonArray>($"admin/requests/log?account={email}"))!;
        var answered = log.Where(request => request!["fault"] is null).GroupBy(request => $"{request!["method"]} {request["endpoint"]}", StringComparer.Ordinal)
            .ToDictionary(call => call.Key, call => call.Count(), StringComparer.Ordinal);
        var sum = answered.Values.Sum();

        var table = new Table().Title($"{title}: {sum} requests{(budget is null ? "" : $" (budget {budget})")}").AddColumns("Requests", "Call");
        foreach (var (call, count) in answered.OrderByDescending(request => request.Value).ThenBy(request => request.Key, StringComparer.Ordinal))
        {
            table.AddRow($"{count}", Markup.Escape(call));
        }

        AnsiConsole.Write(table);
        if (budget is { } most && (sum > most || $"{job["state"]}" != "completed"))
        {
            Environment.ExitCode = 1;
        }
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

    private async Task<JsonNode> SyncAsync(string email, object body)
    {
        var request = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(body))!;
        request["user_id"] = await UserAsync(email);
        using var accepted = await _gateway.PostAsJsonAsync("api/garmin/sync/health-metrics", request);
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
}
