using GarminSync.Testing;
using GarminSync.Testing.Processes;

namespace GarminSync.IntegrationTests.Processes;

/// <summary>
/// The service as it is composed, within the test process: gateway, consumers and CentralDB each by its own <c>Main</c>, with a container and a connection
/// of its own. For all tests that kill no process and read no log; those have <see cref="DeployedSystem"/>, which takes ten times as long to start.
/// </summary>
internal sealed class HostedSystem : RunningSystem
{
    private RunningHost? _consumers;
    private RunningHost? _gateway;

    private HostedSystem(Uri amqp, IReadOnlyDictionary<string, string?> settings)
        : base(amqp, settings)
    {
    }

    public override HttpClient Api => _gateway!.Http;

    protected override HttpClient Consumer => _consumers!.Http;

    public RunningHost CentralDb { get; private set; } = null!;

    /// <summary>Starts all three and waits until the gateway says that they are ready.</summary>
    public static async Task<HostedSystem> StartAsync(RabbitMqBroker broker, IReadOnlyDictionary<string, string?> settings) =>
        await StartAsync((await broker.CreateVirtualHostAsync()).Amqp, settings);

    /// <summary>The same on a broker that is there.</summary>
    public static async Task<HostedSystem> StartAsync(Uri amqp, IReadOnlyDictionary<string, string?> settings)
    {
        var system = new HostedSystem(amqp, settings);
        try
        {
            await system.StartAsync();
            return system;
        }
        catch
        {
            // What did start must not outlive the test.
            await system.DisposeAsync();
            throw;
        }
    }

    protected override async Task StopAsync()
    {
        foreach (var host in new[] { _gateway, _consumers, CentralDb })
        {
            if (host is not null)
            {
                await host.DisposeAsync();
            }
        }
    }

    private async Task StartAsync()
    {
        CentralDb = await RunningHost.StartAsync(ServiceProgram.CentralDb, Told(centralDb: null));
        var options = Told(CentralDb.Http.BaseAddress!);

        // The deployed systems keep the default, so that what should go on by a message is not always helped by the dispatcher.
        options.TryAdd("Sync:DispatchInterval", "00:00:00.100");
        await Task.WhenAll(StartConsumersAsync(), StartGatewayAsync());
        await IsReadyAsync();

        async Task StartConsumersAsync() => _consumers = await RunningHost.StartAsync(ServiceProgram.Consumers, options);

        async Task StartGatewayAsync() => _gateway = await RunningHost.StartAsync(ServiceProgram.Gateway, options);
    }
}
