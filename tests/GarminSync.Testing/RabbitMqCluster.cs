using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace GarminSync.Testing;

/// <summary>A RabbitMQ cluster of three nodes on this machine: the server program three times, with ports and data of their own.</summary>
public sealed class RabbitMqCluster : IAsyncDisposable
{
    private const int Nodes = 3;
    private const int ManagementNode = 2;

    // By this nodes know that they belong together. Erlang refuses a file that others can read.
    private const string ShareCookie = "umask 077; printf %s GARMINSYNCTESTS >\"$HOME/.erlang.cookie\"; exec \"$0\"";

    private readonly string _folder = Directory.CreateTempSubdirectory("garminsync-cluster-").FullName;
    private readonly int[] _ports = [.. Enumerable.Range(0, Nodes).Select(_ => FreePort.Next())];
    private readonly int _nameServerPort = FreePort.Next();
    private readonly int _managementPort = FreePort.Next();
    private readonly ServerProcess _nameServer;
    private readonly ServerProcess[] _nodes;

    private RabbitMqCluster()
    {
        _nodes = [.. Enumerable.Range(0, Nodes).Select(node => new ServerProcess($"RabbitMQ node {node}", FolderOf(node), $"rm -rf '{FolderOf(node)}'"))];
        _nameServer = new ServerProcess("epmd", _folder, $"rm -rf '{_folder}'");
    }

    /// <summary>Whether this machine has the server program.</summary>
    public static bool CanStart => ServerProgram is not null;

    /// <summary>The nodes as <c>host:port</c>.</summary>
    public IReadOnlyList<string> Hosts => [.. _ports.Select(port => $"127.0.0.1:{port}")];

    /// <summary>The cluster by its first node.</summary>
    public Uri Amqp => AmqpOf(0);

    private static string? ServerProgram => Programs.Find("rabbitmq-server", "/usr/lib/rabbitmq/bin/rabbitmq-server");

    /// <summary>Starts the nodes, and waits until each sees the others.</summary>
    public static async Task<RabbitMqCluster> StartAsync(CancellationToken cancellationToken = default)
    {
        var cluster = new RabbitMqCluster();
        try
        {
            await cluster.StartNameServerAsync(cancellationToken);
            await Task.WhenAll(Enumerable.Range(0, Nodes).Select(node => cluster.StartNodeAsync(node, cancellationToken)));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>The address of one node.</summary>
    public Uri AmqpOf(int node) => new($"amqp://guest:guest@{Hosts[node]}/");

    /// <summary>Takes a node away as a power cut does.</summary>
    public Task KillAsync(int node) => _nodes[node].KillAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _nameServer.DisposeAsync();
    }

    private string FolderOf(int node) => Path.Combine(_folder, NameOf(node));

    private string NameOf(int node) => $"{Path.GetFileName(_folder)}-{node}";

    // Not in the process group of any node, so that it outlives each.
    private Task StartNameServerAsync(CancellationToken cancellationToken) => _nameServer.StartAsync(
        Environment(), ["epmd"], async () =>
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync("127.0.0.1", _nameServerPort, cancellationToken);
                return true;
            }
            catch (SocketException)
            {
                return false; // not up yet
            }
        },
        cancellationToken);

    private async Task StartNodeAsync(int node, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(FolderOf(node)).FullName;
        var settings = Path.Combine(folder, "rabbitmq.conf");
        var plugins = Path.Combine(folder, "enabled_plugins");
        await File.WriteAllTextAsync(settings, SettingsOf(node), cancellationToken);
        await File.WriteAllTextAsync(plugins, node == ManagementNode ? "[rabbitmq_management]." : "[rabbitmq_management_agent].", cancellationToken);

        var environment = Environment();
        environment["HOME"] = folder;
        environment["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = RabbitMqBroker.SleepWhileWaiting;
        environment["RABBITMQ_NODENAME"] = $"{NameOf(node)}@localhost";
        environment["RABBITMQ_DIST_PORT"] = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        environment["RABBITMQ_CONFIG_FILE"] = settings;
        environment["RABBITMQ_ENABLED_PLUGINS_FILE"] = plugins;
        environment["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "data");
        environment["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log");
        await _nodes[node].StartAsync(environment, ["sh", "-c", ShareCookie, ServerProgram!], () => AllRunAsync(cancellationToken), cancellationToken);
    }

    private Dictionary<string, string> Environment() => new(StringComparer.Ordinal)
    {
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = _nameServerPort.ToString(CultureInfo.InvariantCulture),
    };

    private string SettingsOf(int node)
    {
        var text = new StringBuilder($"""
            listeners.tcp.1 = 127.0.0.1:{_ports[node]}
            disk_free_limit.absolute = 10MB
            cluster_partition_handling = pause_minority
            cluster_formation.peer_discovery_backend = classic_config

            """);
        for (var peer = 0; peer < Nodes; peer++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"cluster_formation.classic_config.nodes.{peer + 1} = {NameOf(peer)}@localhost");
        }

        if (node == ManagementNode)
        {
            text.AppendLine("management.tcp.ip = 127.0.0.1").AppendLine(CultureInfo.InvariantCulture, $"management.tcp.port = {_managementPort}");
        }

        return text.ToString();
    }

    private async Task<bool> AllRunAsync(CancellationToken cancellationToken)
    {
        using var management = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_managementPort}") };
        management.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("guest:guest"u8));
        try
        {
            var nodes = await management.GetFromJsonAsync<JsonElement>("api/nodes", cancellationToken);
            return nodes.EnumerateArray().Count(node => node.GetProperty("running").GetBoolean()) == Nodes;
        }
        catch (HttpRequestException)
        {
            return false; // not up yet
        }
    }
}
