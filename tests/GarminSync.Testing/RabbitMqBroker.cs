using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using GarminSync.Testing.Containers;

namespace GarminSync.Testing;

/// <summary>
/// A real RabbitMQ, started when the first test asks for it: the one that <c>GARMINSYNC_TEST_RABBITMQ</c> names (an amqp address), else the
/// server program of this machine on free ports, else a container. Use it as an xunit assembly fixture.
/// </summary>
public sealed class RabbitMqBroker : IAsyncDisposable
{
    private const string AddressVariable = "GARMINSYNC_TEST_RABBITMQ";
    private const string ManagementVariable = "GARMINSYNC_TEST_RABBITMQ_MANAGEMENT";

    /// <summary>Erlang's threads spin while they wait for work, on cores that the tests need.</summary>
    internal const string SleepWhileWaiting = "+sbwt none +sbwtdcpu none +sbwtdio none";

    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly int _port = FreePort.Next();
    private readonly int _managementPort = FreePort.Next();
    private HttpClient? _management;
    private Uri? _address;
    private ITestServer? _server;
    private Func<CancellationToken, Task>? _start;

    /// <summary>Whether the broker is ours, so that <see cref="StopAsync"/> works.</summary>
    public static bool CanStop => Environment.GetEnvironmentVariable(AddressVariable) is null or "";

    /// <summary>Makes a new, empty virtual host.</summary>
    public async Task<TestVirtualHost> CreateVirtualHostAsync(CancellationToken cancellationToken = default)
    {
        await EnsureStartedAsync(cancellationToken);
        var name = $"test-{Guid.NewGuid():N}";
        using var made = await _management!.PutAsync(new Uri($"api/vhosts/{name}", UriKind.Relative), content: null, cancellationToken);
        made.EnsureSuccessStatusCode();
        var user = Uri.UnescapeDataString(_address!.UserInfo.Split(':')[0]);
        using var permitted = await _management.PutAsJsonAsync(
            $"api/permissions/{name}/{user}", new { configure = ".*", write = ".*", read = ".*" }, cancellationToken);
        permitted.EnsureSuccessStatusCode();
        return new TestVirtualHost(new Uri($"amqp://{_address.UserInfo}@{_address.Host}:{_address.Port}/{name}"), name, _management);
    }

    /// <summary>Stops the broker as an operator would; its durable queues are kept for <see cref="StartAsync"/>. Only on a broker that the test made for itself.</summary>
    public Task StopAsync() =>
        _server?.StopAsync() ?? throw new InvalidOperationException($"The broker of {AddressVariable} cannot be stopped; check CanStop first.");

    /// <summary>Kills the broker; <see cref="StartAsync"/> starts it on what it had on disk.</summary>
    public Task KillAsync() =>
        _server?.KillAsync() ?? throw new InvalidOperationException($"The broker of {AddressVariable} cannot be killed; check CanStop first.");

    /// <summary>Starts the broker again, on the same ports and data.</summary>
    public Task StartAsync(CancellationToken cancellationToken = default) => _start?.Invoke(cancellationToken) ?? throw new InvalidOperationException("The broker has not been stopped.");

    public async ValueTask DisposeAsync()
    {
        _management?.Dispose();
        _starting.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task EnsureStartedAsync(CancellationToken cancellationToken)
    {
        QuickRun.Excludes("RabbitMQ");
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_management is null)
            {
                await FindAsync(cancellationToken);
            }
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task FindAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(AddressVariable) is { Length: > 0 } given)
        {
            _address = new Uri(given);
            var management = Environment.GetEnvironmentVariable(ManagementVariable) ?? $"http://{_address.Host}:15672";
            _management = Management(new Uri(management));
            return;
        }

        _address = new Uri($"amqp://guest:guest@127.0.0.1:{_port}");
        var client = Management(new Uri($"http://127.0.0.1:{_managementPort}"));
        if (Programs.Find("rabbitmq-server", "/usr/lib/rabbitmq/bin/rabbitmq-server") is { } program)
        {
            var folder = Directory.CreateTempSubdirectory("garminsync-rabbitmq-").FullName;
            var process = new ServerProcess("RabbitMQ", folder, $"rm -rf '{folder}'");
            _server = process;
            var environment = await WriteSettingsAsync(folder, cancellationToken);
            // A name server of its own (epmd) in the same process group: the usual one would stay behind as a daemon.
            string[] command = ["sh", "-c", "epmd & exec \"$0\"", program];
            _start = token => process.StartAsync(environment, command, () => AnswersAsync(client, token), token);
        }
        else if (ServerContainer.TryCreateRabbitMq(_port, _managementPort, out var container))
        {
            _server = container;
            _start = async token =>
            {
                await container.StartAsync(token);
                await Eventually.Is(() => AnswersAsync(client, token), TimeSpan.FromSeconds(90), token);
            };
        }
        else
        {
            throw new InvalidOperationException(
                "These tests need RabbitMQ. Install the server (Debian: apt-get install rabbitmq-server), or start a container engine, "
                + $"or set {AddressVariable} to the address of a broker with the management plugin, for example amqp://guest:guest@localhost:5672.");
        }

        await _start(cancellationToken);
        _management = client;
    }

    private static HttpClient Management(Uri address)
    {
        var userInfo = Environment.GetEnvironmentVariable(AddressVariable) is { Length: > 0 } given ? new Uri(given).UserInfo : "guest:guest";
        return new HttpClient
        {
            BaseAddress = address,
            DefaultRequestHeaders =
            {
                Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(userInfo)))),
            },
        };
    }

    private static async Task<bool> AnswersAsync(HttpClient management, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await management.GetAsync(new Uri("api/health/checks/local-alarms", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // not up yet
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> WriteSettingsAsync(string folder, CancellationToken cancellationToken)
    {
        var plugins = Path.Combine(folder, "enabled_plugins");
        await File.WriteAllTextAsync(plugins, "[rabbitmq_management].", cancellationToken);
        var settings = Path.Combine(folder, "rabbitmq.conf");
        await File.WriteAllTextAsync(settings, $"""
            listeners.tcp.1 = 127.0.0.1:{_port}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {_managementPort}
            collect_statistics_interval = 500
            disk_free_limit.absolute = 10MB
            """, cancellationToken);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = folder,
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = SleepWhileWaiting,
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["ERL_EPMD_PORT"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_NODENAME"] = $"{Path.GetFileName(folder)}@localhost",
            ["RABBITMQ_DIST_PORT"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_CONFIG_FILE"] = settings,
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = plugins,
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "data"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
        };
    }
}
