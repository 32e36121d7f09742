using System.Diagnostics;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;

namespace GarminSync.IntegrationTests.Processes;

/// <summary>The service as it is deployed: gateway, consumers and CentralDB as processes of their own, over a real RabbitMQ.</summary>
internal sealed class DeployedSystem : RunningSystem
{
    private readonly Dictionary<string, string?> _settings;
    private readonly Uri _centralDbUrl = Local(FreePort.Next());
    private readonly Uri _gatewayUrl = Local(FreePort.Next());
    private readonly Uri _consumersUrl = Local(FreePort.Next());

    private readonly Uri _gatewayAmqp;

    private DeployedSystem(Uri amqp, IReadOnlyDictionary<string, string?> settings, Uri gatewayAmqp, Func<Uri, Uri> centralDbSeenAs)
        : base(amqp, settings)
    {
        _gatewayAmqp = gatewayAmqp;
        _settings = Told(centralDbSeenAs(_centralDbUrl));
    }

    public RunningService CentralDb { get; private set; } = null!;

    public RunningService Consumers { get; private set; } = null!;

    public RunningService Gateway { get; private set; } = null!;

    public override HttpClient Api => Gateway.Http;

    protected override HttpClient Consumer => Consumers.Http;

    /// <summary>Starts the three processes and waits until the gateway says that all are ready.</summary>
    public static async Task<DeployedSystem> StartAsync(RabbitMqBroker broker, IReadOnlyDictionary<string, string?> settings) =>
        await StartAsync((await broker.CreateVirtualHostAsync()).Amqp, settings);

    /// <summary>
    /// The same on a broker that is there; the gateway may connect as somebody else, files may be put into the data folder before, and CentralDB may be reached by another
    /// address than its own.
    /// </summary>
    public static async Task<DeployedSystem> StartAsync(
        Uri amqp, IReadOnlyDictionary<string, string?> settings, Uri? gatewayAmqp = null, Func<string, Task>? fillDataFolder = null, Func<Uri, Uri>? centralDbSeenAs = null)
    {
        var system = new DeployedSystem(amqp, settings, gatewayAmqp ?? amqp, centralDbSeenAs ?? (own => own));
        if (fillDataFolder is not null)
        {
            await fillDataFolder(system.DataFolder);
        }

        await Task.WhenAll(system.StartCentralDbAsync(), system.StartConsumersAsync(), system.StartGatewayAsync());
        await system.IsReadyAsync();
        return system;
    }

    public async Task StartCentralDbAsync() => CentralDb = await RunningService.StartAsync(ServiceProgram.CentralDb, _centralDbUrl, _settings);

    /// <param name="more">Options that win over the system's.</param>
    public async Task StartConsumersAsync(params KeyValuePair<string, string?>[] more) =>
        Consumers = await RunningService.StartAsync(ServiceProgram.Consumers, _consumersUrl, [.. _settings, .. more]);

    /// <summary>One more process beside <see cref="Consumers"/>; the caller ends it.</summary>
    public Task<RunningService> StartMoreConsumersAsync() => RunningService.StartAsync(ServiceProgram.Consumers, Local(FreePort.Next()), _settings);

    public async Task StartGatewayAsync() => Gateway = await RunningService.StartAsync(ServiceProgram.Gateway, _gatewayUrl, [.. _settings, new("RabbitMq:Url", _gatewayAmqp.ToString())]);

    /// <summary>Runs the consumers' program with a command, to its end; returns what it wrote.</summary>
    public async Task<string> RunAsync(params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [ServiceProgram.Consumers, .. command]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in _settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }

    /// <summary>Takes all keys but the first out of the key file; returns how many those were.</summary>
    public int ForgetOldKeys()
    {
        var keyFile = Path.Combine(DataFolder, "secrets.key");
        var lines = File.ReadAllLines(keyFile);
        File.WriteAllText(keyFile, lines[0] + "\n");
        return lines.Length - 1;
    }

    protected override async Task StopAsync()
    {
        foreach (var service in new[] { Gateway, Consumers, CentralDb })
        {
            if (service is not null)
            {
                await service.DisposeAsync();
            }
        }
    }

    private static Uri Local(int port) => new($"http://127.0.0.1:{port}/");
}
