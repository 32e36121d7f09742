using System.Net.Http.Json;
using System.Text.Json;
using CentralDb.Client;
using GarminConnect.Simulator;
using GarminSync.Standalone;
using GarminSync.Testing;
using GarminSync.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace GarminSync.WebTests.Browsing;

/// <summary>The whole service in this process, with a simulator as its Garmin, and people who look at its page.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly IBrowser _browser;
    private readonly GarminSimulator _garmin;
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;
    private readonly HttpClient _admin;
    private readonly List<Visit> _visits = [];

    private Site(IBrowser browser, GarminSimulator garmin, WebApplication app, DirectoryInfo folder, RecordedCalls calls)
    {
        Calls = calls;
        (_browser, _garmin, _app, _folder) = (browser, garmin, app, folder);
        Url = app.Urls.First();
        Api = new HttpClient { BaseAddress = new Uri(Url) };
        _admin = new HttpClient { BaseAddress = garmin.BaseAddress };
    }

    public string Url { get; }

    /// <summary>The API, for what a test needs to be so already.</summary>
    public HttpClient Api { get; }

    public CentralDbClient CentralDb => _app.Services.GetRequiredService<CentralDbClient>();

    /// <summary>What this process has asked CentralDB and others for.</summary>
    public RecordedCalls Calls { get; }

    public static async Task<Site> StartAsync(Chromium chromium, int activities = 12, params string[] settings)
    {
        var browser = await chromium.StartAsync();
        var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = activities });
        var folder = Directory.CreateTempSubdirectory("garminsync-web-");
        var url = garmin.BaseAddress.ToString();
        var calls = new RecordedCalls();
        var app = StandaloneServer.Create(settings, builder => builder.RecordedBy(calls).Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["DataFolder"] = folder.FullName,
            ["CentralDb:Url"] = $"http://127.0.0.1:{FreePort.Next()}",
            ["Serilog:MinimumLevel:Default"] = "Warning",
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Warning",
            ["EmbeddedCentralDb:Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Error",
            ["EmbeddedCentralDb:Serilog:MinimumLevel:Default"] = "Error",
            ["Sync:DispatchInterval"] = "00:00:00.100",
            ["Garmin:WidgetPause"] = "00:00:00.010",
            ["Garmin:PortalPause"] = "00:00:00.010",
            ["Garmin:Sandbox"] = "true",
            ["Garmin:SsoUrl"] = url,
            ["Garmin:DiAuthUrl"] = url,
            ["Garmin:ConnectApiUrl"] = url,
            ["Garmin:ConnectUrl"] = url,
            ["Garmin:RequestsPerSecond"] = "1000",
        }).AddCommandLine(settings));
        await app.StartAsync();
        return new Site(browser, garmin, app, folder, calls);
    }

    /// <summary>What the programs do after their start.</summary>
    public Task WarmPageAsync() => _app.WarmPageAsync(TestContext.Current.CancellationToken);

    /// <summary>Somebody opens a browser. What goes wrong in it fails the test when the site is disposed of.</summary>
    public async Task<Visit> VisitAsync(int width = 1280, bool dark = false, bool scripts = true)
    {
        var visit = await Visit.BeginAsync(_browser, Url, width, dark, scripts);
        _visits.Add(visit);
        return visit;
    }

    /// <summary>Links the demo athlete, or another one who is made for it, and returns the user's id.</summary>
    public async Task<string> LinkAsync(string email = "athlete@example.com")
    {
        using var made = await _admin.PostAsJsonAsync("admin/athletes", new { email, activities = 0 });
        using var linked = await Api.PostAsJsonAsync("api/garmin/login", new { username = email, password = "correct horse battery staple" });
        linked.EnsureSuccessStatusCode();
        return linked.Content.Headers.ContentLocation!.OriginalString.Split('/')[^1];
    }

    /// <summary>Syncs health, and returns when that has ended.</summary>
    /// <param name="body">As <c>POST /api/garmin/sync/health-metrics</c> takes it.</param>
    public async Task SyncHealthAsync(object body)
    {
        using var accepted = await Api.PostAsJsonAsync("api/garmin/sync/health-metrics", body);
        accepted.EnsureSuccessStatusCode();
        await GarminSync.Testing.Eventually.Get(
            async () => (await Api.GetFromJsonAsync<JsonElement>(accepted.Headers.Location)).GetProperty("state").GetString()!,
            state => state is "completed" or "completed_with_errors",
            TimeSpan.FromMinutes(2));
    }

    /// <summary>Sets a fault, as in the simulator's README.</summary>
    public async Task SetFaultAsync(object fault)
    {
        using var made = await _admin.PostAsJsonAsync("admin/faults", fault);
        made.EnsureSuccessStatusCode();
    }

    public async Task EndFaultsAsync()
    {
        using var ended = await _admin.DeleteAsync(new Uri("admin/faults", UriKind.Relative));
        ended.EnsureSuccessStatusCode();
    }

    /// <summary>The newest activity that has a file of a watch.</summary>
    public async Task<string> NewestActivityAsync() =>
        (await _admin.GetFromJsonAsync<JsonElement>("admin/athletes/athlete@example.com/activities")).EnumerateArray()
        .First(activity => activity.GetProperty("file").GetString() == "Fit").GetProperty("activityId").GetRawText();

    /// <summary>Syncs what is new, and waits for the end.</summary>
    public async Task SyncAsync(string what = "sync/activities")
    {
        using var accepted = await Api.PostAsync(new Uri($"api/garmin/{what}", UriKind.Relative), content: null);
        accepted.EnsureSuccessStatusCode();
        await Eventually.Equals(
            JsonValueKind.String, async () => (await Api.GetFromJsonAsync<JsonElement>(accepted.Headers.Location)).GetProperty("end_time").ValueKind, TimeSpan.FromMinutes(2));
    }

    /// <summary>Stores an activity of the demo athlete in CentralDB, with a file if there is one.</summary>
    public Task StoreAsync(string userId, ActivityUpload activity, byte[]? file = null) => CentralDb.UploadActivityAsync(
        userId, file is null ? activity : activity with { FileLength = file.Length, OpenFile = () => new MemoryStream(file) }, TestContext.Current.CancellationToken);

    /// <summary>Makes so many activities more in CentralDB's database, like the one that is there; the calls would take minutes.</summary>
    public async Task MultiplyAsync(int count)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "centraldb.db")}");
        await database.OpenAsync();
        await using var insert = database.CreateCommand();
        insert.CommandText =
            $"""
            WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {count}),
                 one AS (SELECT * FROM activity_overviews LIMIT 1)
            INSERT INTO activity_overviews (activity_id, activity_type, average_heart_rate, calories, distance_meters, duration_seconds, elevation_gain_meters, garmin_activity_id,
                max_heart_rate, name, name_key, parent_garmin_activity_id, revision, start_day, start_time, start_time_local, updated_at, user_id, utc_offset_seconds, version)
            SELECT activity_id, activity_type, average_heart_rate, calories, distance_meters + n, duration_seconds + n, elevation_gain_meters, garmin_activity_id + n,
                max_heart_rate, name, name_key, NULL, 1, date(start_day, '-' || (n / 3) || ' days'), date(substr(start_time, 1, 10), '-' || (n / 3) || ' days') || substr(start_time, 11),
                date(substr(start_time_local, 1, 10), '-' || (n / 3) || ' days') || substr(start_time_local, 11), updated_at, user_id, utc_offset_seconds, version
            FROM one, number
            """;
        (await insert.ExecuteNonQueryAsync()).ShouldBe(count);
    }

    /// <summary>Stores a workout plan in CentralDB.</summary>
    public async Task StorePlanAsync(object plan)
    {
        var options = _app.Services.GetRequiredService<IOptions<CentralDbOptions>>().Value;
        using var http = new HttpClient { BaseAddress = options.Url };
        if (options.ApiKey is { } key)
        {
            http.DefaultRequestHeaders.Add("X-Api-Key", key);
        }

        using var stored = await http.PostAsJsonAsync("workout_plans", plan);
        stored.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visit in _visits)
        {
            await visit.DisposeAsync();
        }

        Api.Dispose();
        _admin.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _garmin.DisposeAsync();
        _folder.Delete(recursive: true);
        _visits.SelectMany(visit => visit.Complaints).ShouldBeEmpty("the browser complained");
    }
}
