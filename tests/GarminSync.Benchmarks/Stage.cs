using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GarminConnect.Simulator.Athletes;
using GarminSync.Benchmarks.Floors;
using GarminSync.Testing;
using GarminSync.Testing.Processes;

namespace GarminSync.Benchmarks;

/// <summary>The service as it is deployed, each program a process, with a simulator as its Garmin; all accounts linked, and all programs warm.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Activities = "sync/activities";
    private const int WarmUpAccounts = 4;
    private const int WarmUpActivities = 60;

    // Long enough for any of them to settle: what was compiled, and what is tidied up after the warm-up.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestJob = TimeSpan.FromMinutes(60);

    private readonly List<IAsyncDisposable> _parts = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("garminsync-benchmark-").FullName;
    private readonly Uri _garmin = Local();
    private readonly Uri _centralDb = Local();
    private readonly Load _load;
    private HttpClient _admin = null!;

    private Stage(Load load) => _load = load;

    public HttpClient Gateway { get; private set; } = null!;

    /// <summary>The databases and the broker; null for the standalone, which has none.</summary>
    public Servers? Servers { get; private set; }

    /// <summary>CentralDB's ids of the users whose accounts are measured.</summary>
    public IReadOnlyList<string> Users { get; private set; } = [];

    /// <summary>How long it took to link an account.</summary>
    public TimeSpan Linking { get; private set; }

    public static async Task<Stage> SetAsync(Load load)
    {
        var stage = new Stage(load);
        try
        {
            await stage.StartAsync();
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the bare loop on the same accounts; it is warm when this returns.</summary>
    public Task<RunningLoop> StartLoopAsync() => RunningLoop.StartAsync(
        new BareLoopOrder(_garmin, _centralDb, [.. Emails("warm", WarmUpAccounts)], [.. Emails("runner", _load.Accounts)], _load.AtOnce));

    /// <summary>Synchronises these users, all at once.</summary>
    /// <param name="users">Whose.</param>
    /// <param name="call">What is synchronised: the path of the call after <c>api/garmin/</c>.</param>
    /// <param name="startDate">The first day; null for what the service takes.</param>
    /// <param name="endDate">The last day; null for what the service takes.</param>
    /// <returns>How long it took, from the first request to the end of the last job.</returns>
    public async Task<TimeSpan> SyncAsync(IReadOnlyList<string> users, string call = Activities, string? startDate = null, string? endDate = null)
    {
        var began = TimeProvider.System.GetUtcNow();
        var jobs = await Task.WhenAll(users.Select(user => AskAsync(user, call, startDate, endDate)));
        var ended = began;
        foreach (var job in jobs)
        {
            var end = await EndAsync(job);
            ended = end > ended ? end : ended;
        }

        return ended - began;
    }

    /// <summary>How much CentralDB's activity files take, in bytes.</summary>
    public long FileBytes() => new DirectoryInfo(Path.Combine(_folder, "activities")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <summary>Asks for a sync of a user's activities. Returns the address of the job.</summary>
    public Task<Uri> AskAsync(string user) => AskAsync(user, Activities, null, null);

    /// <summary>How many requests for data the simulator got since the last time.</summary>
    public async Task<int> TakeRequestsAsync()
    {
        var log = await _admin.GetFromJsonAsync<JsonArray>("admin/requests/log");
        using var cleared = await _admin.DeleteAsync(new Uri("admin/requests", UriKind.Relative));
        return log!.Count;
    }

    public async ValueTask DisposeAsync()
    {
        Gateway?.Dispose();
        foreach (var part in Enumerable.Reverse(_parts))
        {
            await part.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static Uri Local() => new($"http://127.0.0.1:{FreePort.Next()}/");

    private static IEnumerable<string> Emails(string name, int count) => Enumerable.Range(1, count).Select(number => $"{name}{number}@example.com");

    private async Task<Uri> AskAsync(string user, string call, string? startDate, string? endDate)
    {
        using var accepted = await Gateway.PostAsJsonAsync($"api/garmin/{call}", new { user_id = user, start_date = startDate, end_date = endDate });
        accepted.EnsureSuccessStatusCode();
        return accepted.Headers.Location!;
    }

    private async Task StartAsync()
    {
        var settings = Settings();
        if (!_load.IsStandalone)
        {
            Servers = await Servers.StartAsync();
            _parts.Add(Servers);
            foreach (var (name, value) in Servers.Settings)
            {
                settings[name] = value;
            }
        }

        _admin = (await StartAsync(ServiceProgram.Simulator, _garmin, settings)).Http;
        var gateway = Local();
        if (_load.IsStandalone)
        {
            // The standalone's own CentralDB asks for a key that the loop does not have: the loop gets one like it.
            await StartAsync(ServiceProgram.CentralDb, _centralDb, new Dictionary<string, string?>(settings, StringComparer.Ordinal) { ["DataFolder"] = Path.Combine(_folder, "loop") });
            await StartAsync(ServiceProgram.Standalone, gateway, new Dictionary<string, string?>(settings, StringComparer.Ordinal) { ["CentralDb:Url"] = Local().ToString() });
        }
        else
        {
            await StartAsync(ServiceProgram.CentralDb, _centralDb, settings);
            for (var consumer = 0; consumer < _load.Consumers; consumer++)
            {
                await StartAsync(ServiceProgram.Consumers, Local(), settings);
            }

            await StartAsync(ServiceProgram.Gateway, gateway, settings);
        }

        Gateway = new HttpClient { BaseAddress = gateway, Timeout = TimeSpan.FromMinutes(5) };
        await LinkAndWarmUpAsync();
    }

    private async Task LinkAndWarmUpAsync()
    {
        var warmUp = await LinkAsync(Emails("warm", WarmUpAccounts));
        await SyncAsync(warmUp);
        var before = TimeProvider.System.GetTimestamp();
        Users = await LinkAsync(Emails("runner", _load.Accounts));
        Linking = TimeProvider.System.GetElapsedTime(before) / _load.Accounts;
        if (_load.Latency > TimeSpan.Zero)
        {
            using var slowed = await _admin.PostAsJsonAsync(
                "admin/faults", new { match = new { endpoint = "*" }, kind = "Latency", delayMilliseconds = (int)_load.Latency.TotalMilliseconds });
            slowed.EnsureSuccessStatusCode();
        }

        await Task.Delay(Rest, TimeProvider.System);
    }

    private async Task<IReadOnlyList<string>> LinkAsync(IEnumerable<string> emails)
    {
        var users = new List<string>();
        foreach (var username in emails)
        {
            using var linked = await Gateway.PostAsJsonAsync("api/garmin/login", new { username, password = AthleteSpec.DefaultPassword });
            linked.EnsureSuccessStatusCode();
            users.Add(linked.Content.Headers.ContentLocation!.ToString().Split('/')[^1]);
        }

        return users;
    }

    private async Task<DateTimeOffset> EndAsync(Uri job)
    {
        using var deadline = new CancellationTokenSource(LongestJob);
        while (true)
        {
            var answer = (await Gateway.GetFromJsonAsync<JsonNode>(job, deadline.Token))!;
            if (answer["end_time"] is { } end)
            {
                return $"{answer["state"]}" == "completed"
                    ? DateTimeOffset.Parse($"{end}", CultureInfo.InvariantCulture)
                    : throw new InvalidOperationException($"A job ended as {answer["state"]}: {answer}");
            }

            // Seldom enough to cost nothing; the job itself says when it ended.
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, deadline.Token);
        }
    }

    private async Task<RunningService> StartAsync(string program, Uri url, IReadOnlyDictionary<string, string?> settings)
    {
        var service = await RunningService.StartAsync(program, url, settings);
        _parts.Add(service);
        return service;
    }

    private Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DataFolder"] = _folder,
            ["DOTNET_TieredPGO"] = "1",
            ["CentralDb:Url"] = _centralDb.ToString(),
            ["Garmin:Sandbox"] = "true",
            ["Garmin:SsoUrl"] = _garmin.ToString(),
            ["Garmin:DiAuthUrl"] = _garmin.ToString(),
            ["Garmin:ConnectApiUrl"] = _garmin.ToString(),
            ["Garmin:ConnectUrl"] = _garmin.ToString(),

            // Politeness would be all that is measured.
            ["Garmin:RequestsPerSecond"] = "1000",
            ["Garmin:ConcurrencyPerAccount"] = _load.AtOnce.ToString(CultureInfo.InvariantCulture),
            ["Gateway:Login:AttemptsPerAddress"] = "100000",
            ["Serilog:MinimumLevel:Default"] = "Warning",
            ["Simulator:Today"] = "2026-06-01",
        };
        var athletes = Emails("warm", WarmUpAccounts).Select(email => (email, WarmUpActivities)).Concat(Emails("runner", _load.Accounts).Select(email => (email, _load.Activities)));
        foreach (var (index, (email, activities)) in athletes.Index())
        {
            settings[$"Simulator:Athletes:{index}:Email"] = email;
            settings[$"Simulator:Athletes:{index}:Activities"] = activities.ToString(CultureInfo.InvariantCulture);
            settings[$"Simulator:Athletes:{index}:Specials"] = "false";
        }

        return settings;
    }
}
