using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Npgsql;

namespace GarminSync.ChaosTests;

/// <summary>The service as it is deployed, on RabbitMQ and PostgreSQL, with two consumers and Garmin as a process, all of which can be killed.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly Dictionary<string, RunningService> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Uri> _urls = new(StringComparer.Ordinal);
    private readonly string _folder = Directory.CreateTempSubdirectory("garminsync-chaos-").FullName;
    private readonly TestVirtualHost _virtualHost;
    private readonly string _stateDatabase;
    private readonly Dictionary<string, string?> _settings;

    private Deployment(RabbitMqBroker broker, PostgreSqlServer postgres, TestVirtualHost virtualHost, string stateDatabase, string centralDatabase)
    {
        (_virtualHost, _stateDatabase) = (virtualHost, stateDatabase);
        Victims =
        [
            Service("consumers 1", ServiceProgram.Consumers),
            Service("consumers 2", ServiceProgram.Consumers),
            Service("gateway", ServiceProgram.Gateway),
            Service("CentralDB", ServiceProgram.CentralDb),
            new Victim("RabbitMQ", KillBrokerAsync, () => broker.StartAsync()),
            new Victim("PostgreSQL", postgres.KillAsync, () => postgres.StartAsync()),
            new Victim("Garmin", KillGarminAsync, StartGarminAsync),
        ];
        _urls["Garmin"] = Local();
        Gateway = new HttpClient { BaseAddress = _urls["gateway"] };
        _settings = new Dictionary<string, string?>(GarminAccounts.Address(_urls["Garmin"]).Concat(GarminAccounts.Settings), StringComparer.Ordinal)
        {
            ["DataFolder"] = _folder,
            ["Simulator:DataFolder"] = Path.Combine(_folder, "garmin"),

            // A quarter of an hour before their end tokens are renewed: half a minute after each login and renewal, in the middle of it all.
            ["Simulator:AccessTokenSeconds"] = "930",
            ["RabbitMq:Url"] = virtualHost.Amqp.ToString(),
            ["CentralDb:Url"] = _urls["CentralDB"].ToString(),
            ["CentralDbServer:Provider"] = "PostgreSql",
            ["CentralDbServer:ConnectionString"] = centralDatabase,
            ["State:Provider"] = "PostgreSql",
            ["State:ConnectionString"] = stateDatabase,
            ["State:SweepGrace"] = "00:00:02",
            ["State:SweepInterval"] = "00:00:01",
            ["Sync:Lease"] = "00:00:15",
            ["Sync:FirstBackOff"] = "00:00:00.500",
            ["Gateway:Login:AttemptsPerAccount"] = "1000",
            ["Gateway:Login:AttemptsPerAddress"] = "1000",
            ["Sync:LongestBackOff"] = "00:00:05",
            ["Sync:MaxAttempts"] = "20",
        };

        async Task KillBrokerAsync()
        {
            Redelivered += await virtualHost.GetRedeliveredAsync();
            await broker.KillAsync();
        }
    }

    public IReadOnlyList<Victim> Victims { get; }

    /// <summary>How many messages the broker delivered again, as far as it could still be asked.</summary>
    public long Redelivered { get; private set; }

    /// <summary>How many files Garmin sent more than once, as far as it could still be asked.</summary>
    public int FetchedTwice { get; private set; }

    public Uri Amqp => _virtualHost.Amqp;

    /// <summary>A client that outlives the process.</summary>
    public HttpClient Gateway { get; }

    public StoredState State => new(() => new NpgsqlConnection(_stateDatabase + ";Pooling=false;Timeout=5"));

    public static async Task<Deployment> StartAsync(RabbitMqBroker broker, PostgreSqlServer postgres)
    {
        var deployment = new Deployment(
            broker, postgres, await broker.CreateVirtualHostAsync(), await postgres.CreateDatabaseAsync(), await postgres.CreateDatabaseAsync());
        try
        {
            await Task.WhenAll(
                deployment.StartAsync("CentralDB", ServiceProgram.CentralDb),
                deployment.StartAsync("consumers 1", ServiceProgram.Consumers),
                deployment.StartAsync("consumers 2", ServiceProgram.Consumers),
                deployment.StartAsync("gateway", ServiceProgram.Gateway),
                deployment.StartAsync("Garmin", ServiceProgram.Simulator));
            return deployment;
        }
        catch
        {
            // Those that did start must not outlive the test.
            await deployment.DisposeAsync();
            throw;
        }
    }

    public Task MisbehaveAsync() => GarminAccounts.MisbehaveAsync(_running["Garmin"].Http, ChaosSize.Seed);

    /// <summary>Adds what has been counted since the last kill.</summary>
    public async Task CountAsync()
    {
        Redelivered += await _virtualHost.GetRedeliveredAsync();
        FetchedTwice += await GarminJournal.FetchedTwiceAsync(_running["Garmin"].Http);
    }

    public Task<IReadOnlyList<string>> ReadCentralDbAsync() => CentralDbContent.ReadAsync(_running["CentralDB"].Http);

    /// <summary>How many times the processes that run have written the words.</summary>
    public int TimesWritten(string words) => _running.Values.Sum(service => service.Output.Split(words).Length - 1);

    /// <summary>Those that ended without having been killed.</summary>
    public IEnumerable<string> Ended() => _running.Where(service => service.Value.HasExited).Select(service => $"{service.Key}: {service.Value.Output}");

    public async ValueTask DisposeAsync()
    {
        Gateway.Dispose();
        foreach (var service in _running.Values)
        {
            await service.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static Uri Local() => new($"http://127.0.0.1:{FreePort.Next()}/");

    private Victim Service(string name, string program)
    {
        _urls[name] = Local();
        return new Victim(name, () => KillAsync(name), () => StartAsync(name, program));
    }

    private async Task StartAsync(string name, string program)
    {
        var service = await RunningService.StartAsync(program, _urls[name], _settings);
        lock (_running)
        {
            _running[name] = service;
        }
    }

    private async Task KillAsync(string name)
    {
        RunningService? service;
        lock (_running)
        {
            _running.Remove(name, out service);
        }

        await service!.DisposeAsync();
    }

    private async Task KillGarminAsync()
    {
        FetchedTwice += await GarminJournal.FetchedTwiceAsync(_running["Garmin"].Http);
        await KillAsync("Garmin");
    }

    private async Task StartGarminAsync()
    {
        await StartAsync("Garmin", ServiceProgram.Simulator);
        await MisbehaveAsync();
    }
}
