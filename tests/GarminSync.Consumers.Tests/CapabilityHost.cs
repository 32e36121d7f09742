using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using FitTrack.Databases;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GarminSync.Consumers.Tests;

/// <summary>The services as a consumer is given them, without the bus: a scripted Garmin, a CentralDB that remembers credentials, a real state store.</summary>
internal sealed class CapabilityHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _credentials = new(StringComparer.Ordinal);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("garminsync-capability-");
    private readonly List<ServiceProvider> _processes = [];
    private readonly ConcurrentDictionary<string, string> _metrics = new(StringComparer.Ordinal);
    private readonly (string Name, string Value)[] _settings;
    private readonly TimeProvider _clock;

    private CapabilityHost(ScriptedServer garmin, ScriptedServer centralDb, TimeProvider clock, (string Name, string Value)[] settings)
    {
        (Garmin, CentralDb, _clock, _settings) = (garmin, centralDb, clock, settings);
        AnswerAsCentralDb();
    }

    public ScriptedServer Garmin { get; }

    public ScriptedServer CentralDb { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<CapabilityHost> StartAsync(RequestDelegate garmin, params (string Name, string Value)[] settings) =>
        StartAsync(garmin, TimeProvider.System, settings);

    public static async Task<CapabilityHost> StartAsync(RequestDelegate garmin, TimeProvider clock, params (string Name, string Value)[] settings)
    {
        var host = new CapabilityHost(await ScriptedServer.StartAsync(garmin), await ScriptedServer.StartAsync(Answer.Status(500)), clock, settings);
        await host.InScopeAsync(async services => await DatabaseUpgrade.RunAsync(services.GetRequiredService<StateDb>(), Token));
        return host;
    }

    /// <summary>What CentralDB keeps for the user, as it was sent.</summary>
    public string? StoredCredentials(string userId) => _credentials.GetValueOrDefault(userId);

    /// <summary>The data points that CentralDB keeps, by <c>metric_type</c> and date or timestamp.</summary>
    public IReadOnlyDictionary<string, JsonNode> Metrics =>
        _metrics.ToDictionary(metric => metric.Key, metric => JsonNode.Parse(metric.Value)!, StringComparer.Ordinal);

    /// <summary>Ends what a test made CentralDB answer.</summary>
    public void AnswerAsCentralDb() => CentralDb.AnswerWith(AnswerAsync);

    /// <summary>Another process with the same configuration, whose clock may differ.</summary>
    public IServiceProvider NewProcess(TimeProvider? clock = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings()).Build();
        var process = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(clock ?? _clock).AddLogging().AddConsumerServices(configuration).BuildServiceProvider();
        lock (_processes)
        {
            _processes.Add(process);
        }

        return process;
    }

    /// <summary>One unit of work, saved at its end.</summary>
    public Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act) => InScopeAsync(_processes.FirstOrDefault() ?? NewProcess(), act);

    public Task InScopeAsync(Func<IServiceProvider, Task> act) => InScopeAsync(async services =>
    {
        await act(services);
        return true;
    });

    public static async Task<T> InScopeAsync<T>(IServiceProvider process, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = process.CreateAsyncScope();
        var result = await act(scope.ServiceProvider);
        var db = scope.ServiceProvider.GetRequiredService<StateDb>();
        await db.BeginAsync(Token);
        await db.CommitAsync(Token);
        return result;
    }

    public Task LinkAsync(string userId, LinkedCredentials credentials) => InScopeAsync(services =>
    {
        services.GetRequiredService<StateDb>().Add(new GarminAccount { UserId = userId, UserName = credentials.UserName, Linked = true });
        return services.GetRequiredService<StoredCredentials>().SaveAsync(userId, credentials, Token);
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await Garmin.DisposeAsync();
        await CentralDb.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Transport"] = "InMemory",
            ["DataFolder"] = _folder.FullName,
            ["Garmin:Sandbox"] = "true",
            ["Garmin:SsoUrl"] = Garmin.Url.ToString(),
            ["Garmin:DiAuthUrl"] = Garmin.Url.ToString(),
            ["Garmin:ConnectApiUrl"] = Garmin.Url.ToString(),
            ["Garmin:RequestsPerSecond"] = "1000",
            ["Garmin:RetryDelay"] = "00:00:00.001",
            ["Garmin:WidgetPause"] = "00:00:00",
            ["Garmin:PortalPause"] = "00:00:00",
            ["CentralDb:Url"] = CentralDb.Url.ToString(),
            ["CentralDb:RetryDelay"] = "00:00:00.001",
        };
        foreach (var (name, value) in _settings)
        {
            settings[name] = value;
        }

        return settings;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var answer = (context.Request.Method, path.Split('/')[1]) switch
        {
            ("GET", "users") => Answer.Json("[]"),
            ("POST", "users") => Answer.Json("""{"id":7,"name":"a","email":"athlete@example.com"}""", 201),
            ("GET", "garmin_credentials") => StoredCredentials(path.Split('/')[2]) is { } stored ? Answer.Json(stored) : Answer.Json("""{"detail":"none"}""", 404),
            (_, "garmin_credentials") => Keep(path.Split('/')[2]),
            ("POST", "health_metrics") => Keep(JsonNode.Parse(CentralDb.Requests[^1].Text)!.AsArray()),
            ("PUT", "health_metrics") => Replace(JsonNode.Parse(CentralDb.Requests[^1].Text)!),
            ("POST", "activities") => Answer.Json("""{"id":41}""", 201),
            _ => Answer.Json("""{"detail":"Not Found"}""", 404),
        };
        await answer(context);
    }

    private RequestDelegate Keep(string userId)
    {
        var write = CentralDb.Requests.Last(request => request.Method != "GET" && request.Target == $"/garmin_credentials/{userId}");
        _credentials[userId] = JsonNode.Parse(write.Text)!.ToJsonString();
        return Answer.Json("{}");
    }

    private RequestDelegate Replace(JsonNode range)
    {
        var types = range["metric_types"]!.AsArray().Select(type => $"{type}").ToHashSet(StringComparer.Ordinal);
        var sent = range["metrics"]!.AsArray();
        var keys = sent.Select(metric => Key(metric!)).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, metric) in Metrics.Where(metric => types.Contains($"{metric.Value["metric_type"]}") && !keys.Contains(metric.Key)))
        {
            var day = $"{metric["date"] ?? metric["details"]?["date"]}";
            if (string.CompareOrdinal(day, $"{range["from"]}") >= 0 && string.CompareOrdinal(day, $"{range["to"]}") <= 0)
            {
                _metrics.TryRemove(key, out _);
            }
        }

        return Keep(sent);
    }

    private static string Key(JsonNode metric) => $"{metric["metric_type"]} {metric["date"] ?? metric["timestamp"]}";

    private RequestDelegate Keep(JsonArray metrics)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal) { ["new"] = 0, ["changed"] = 0, ["unchanged"] = 0 };
        foreach (var metric in metrics)
        {
            var key = Key(metric!);
            counts[_metrics.TryGetValue(key, out var before) ? before == metric!.ToJsonString() ? "unchanged" : "changed" : "new"]++;
            _metrics[key] = metric!.ToJsonString();
        }

        return Answer.Json(System.Text.Json.JsonSerializer.Serialize(counts));
    }
}
