using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>Its page is compiled before the first person opens it, in the programs as they are started.</summary>
public sealed class When_a_server_has_just_started(RabbitMqBroker broker)
{
    [Fact]
    public async Task The_gateway_has_asked_itself_for_its_page()
    {
        await using var garmin = await GarminSimulator.StartAsync();
        await using var system = await DeployedSystem.StartAsync(broker, WithRequestLog(DeployedSystem.Settings(garmin)));

        await Eventually.Is(() => IsWarm(system.Gateway), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task The_standalone_has_asked_itself_for_its_page()
    {
        await using var garmin = await GarminSimulator.StartAsync();
        var folder = Directory.CreateTempSubdirectory("standalone-warm-");
        var settings = WithRequestLog(DeployedSystem.Settings(garmin));
        settings["DataFolder"] = folder.FullName;
        settings["CentralDb:Url"] = $"http://127.0.0.1:{FreePort.Next()}/";
        await using (var standalone = await RunningService.StartAsync(ServiceProgram.Standalone, new Uri($"http://127.0.0.1:{FreePort.Next()}/"), settings))
        {
            await Eventually.Is(() => IsWarm(standalone), TimeSpan.FromMinutes(1));
        }

        folder.Delete(recursive: true);
    }

    private static bool IsWarm(RunningService server) => server.Output.Contains("GET /health answered 200", StringComparison.Ordinal)
        && server.Output.Contains("GET /activities answered 200", StringComparison.Ordinal);

    private static Dictionary<string, string?> WithRequestLog(IReadOnlyDictionary<string, string?> settings) =>
        new(settings, StringComparer.Ordinal) { ["Serilog:MinimumLevel:Default"] = "Debug" };
}
