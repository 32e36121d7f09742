using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FitTrack.CentralDb;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.LongRunTests;

/// <summary>A CentralDB on SQLite that can be away.</summary>
internal sealed class CentralDbUnderTest : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private CentralDbUnderTest(DirectoryInfo folder, WebApplication app, Outage outage)
    {
        (_folder, _app, Away) = (folder, app, outage);
        Url = new Uri(app.Urls.Single());
        _http = new HttpClient { BaseAddress = Url };
    }

    public Uri Url { get; }

    public Outage Away { get; }

    public static async Task<CentralDbUnderTest> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("centraldb-long-");
        var outage = new Outage();
        var app = CentralDbServer.Create(
        [
            "--urls=http://127.0.0.1:0", $"--DataFolder={folder.FullName}", "--Serilog:MinimumLevel:Default=Fatal", "--Serilog:MinimumLevel:Override:Microsoft=Fatal",
            "--Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime=Fatal",
        ], builder => builder.Services.AddSingleton<IStartupFilter>(outage));
        await app.StartAsync();
        return new CentralDbUnderTest(folder, app, outage);
    }

    /// <summary>A line for each file of each activity: what it is and the hash of the file, which is downloaded.</summary>
    public async Task<IReadOnlyList<string>> ActivitiesAsync(string userId)
    {
        var lines = new List<string>();
        var page = await _http.GetFromJsonAsync<JsonNode>($"activities/{userId}?limit=500");
        foreach (var activity in page!["items"]!.AsArray())
        {
            var format = $"{activity!["file_format"]}";
            var hash = format == "none" ? "" : Hash(await _http.GetByteArrayAsync(new Uri($"activities/{userId}/{activity["id"]}/file", UriKind.Relative)));
            lines.Add(Line((long)activity["garmin_activity_id"]!, $"{activity["name"]}", (long?)activity["parent_garmin_activity_id"], hash));
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>A line for each value: its type, its day or moment, and the value.</summary>
    public async Task<IReadOnlyList<string>> HealthAsync(string userId)
    {
        var lines = new List<string>();
        while (true)
        {
            var page = await _http.GetFromJsonAsync<JsonNode>($"health_metrics?user_id={userId}&limit=10000&offset={lines.Count}");
            var items = page!["items"]!.AsArray();
            lines.AddRange(items.Select(item => $"{item!["date"] ?? item["details"]?["date"]} {item["metric_type"]} {item["timestamp"]} {item["value"]}"));
            if (items.Count < 10_000)
            {
                return [.. lines.Order(StringComparer.Ordinal)];
            }
        }
    }

    public static string Line(long id, string name, long? parent, string hash) => $"{id} '{name}' of {parent?.ToString() ?? "none"} file {hash}";

    public static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file))[..12];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>While there is a status, CentralDB gives nothing else.</summary>
    internal sealed class Outage : IStartupFilter
    {
        private int _status;

        public void Begin(int status) => Volatile.Write(ref _status, status);

        public void End() => Volatile.Write(ref _status, 0);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                if (Volatile.Read(ref _status) is not 0 and var status)
                {
                    context.Response.StatusCode = status;
                    return context.Response.WriteAsync("away");
                }

                return go(context);
            });
            next(app);
        };
    }
}
