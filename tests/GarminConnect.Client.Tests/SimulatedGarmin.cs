using GarminConnect.Simulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GarminConnect.Client.Tests;

/// <summary>The Garmin clients as the service registers them, against the simulator.</summary>
internal sealed class SimulatedGarmin : IAsyncDisposable
{
    public const string Password = "correct horse battery staple";
    public const string Code = "123456";

    private readonly ServiceProvider _services;

    private SimulatedGarmin(GarminSimulator simulator, (string Name, string Value)[] settings)
    {
        Simulator = simulator;
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Settings(simulator, settings)).Build())
            .AddSingleton(TimeProvider.System)
            .AddGarminConnect()
            .BuildServiceProvider(validateScopes: true);
    }

    public GarminSimulator Simulator { get; }

    /// <summary>A new one each time, as another process would have it.</summary>
    public GarminSignIn SignIn => _services.GetRequiredService<GarminSignIn>();

    public static async Task<SimulatedGarmin> StartAsync(params (string Name, string Value)[] settings) =>
        new(await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 0 }), settings);

    /// <summary>The options by which the clients take the simulator for Garmin, without its pauses.</summary>
    public static Dictionary<string, string?> Settings(GarminSimulator simulator, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Garmin:Sandbox"] = "true",
            ["Garmin:SsoUrl"] = simulator.BaseAddress.ToString(),
            ["Garmin:DiAuthUrl"] = simulator.BaseAddress.ToString(),
            ["Garmin:ConnectApiUrl"] = simulator.BaseAddress.ToString(),
            ["Garmin:RequestsPerSecond"] = "1000",
            ["Garmin:WidgetPause"] = "00:00:00",
            ["Garmin:PortalPause"] = "00:00:00",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
