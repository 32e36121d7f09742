using System.Net.Http.Json;
using GarminConnect.Simulator;
using GarminConnect.Simulator.Athletes;

namespace GarminSync.ChaosTests;

/// <summary>What is at Garmin, the same in every run, and how Garmin misbehaves.</summary>
internal static class GarminAccounts
{
    private const string Downloads = "/download-service/*";
    private const string Lists = "/activitylist-service/*";

    private static readonly DateOnly Today = new(2026, 6, 1);

    public static IReadOnlyList<string> UserNames { get; } = [.. Enumerable.Range(1, ChaosSize.Accounts).Select(number => $"runner{number:00}@example.com")];

    /// <summary>The simulator inside this process.</summary>
    public static SimulatorOptions Options { get; } = new()
    {
        Today = Today,
        Athletes = [.. UserNames.Select(name => new AthleteSpec { Email = name, Activities = ChaosSize.ActivitiesPerAccount, Specials = false })],
    };

    /// <summary>The same for a simulator that is a process.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings =>
        Options.Athletes
            .SelectMany((athlete, index) => new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [$"Simulator:Athletes:{index}:Email"] = athlete.Email,
                [$"Simulator:Athletes:{index}:Activities"] = $"{athlete.Activities}",
                [$"Simulator:Athletes:{index}:Specials"] = "false",
            })
            .Append(new("Simulator:Today", $"{Today:O}"));

    /// <summary>The options by which the service takes the simulator for Garmin Connect.</summary>
    public static IReadOnlyDictionary<string, string?> Address(Uri simulator) => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Garmin:Sandbox"] = "true",
        ["Garmin:SsoUrl"] = simulator.ToString(),
        ["Garmin:DiAuthUrl"] = simulator.ToString(),
        ["Garmin:ConnectApiUrl"] = simulator.ToString(),
        ["Garmin:ConnectUrl"] = simulator.ToString(),
        ["Garmin:RequestsPerSecond"] = "20",
    };

    /// <summary>From here on, requests fail now and then, in the same order with the same seed.</summary>
    public static async Task MisbehaveAsync(HttpClient simulator, int seed)
    {
        object[] faults =
        [
            new { match = new { endpoint = Downloads }, kind = "RateLimited", retryAfterSeconds = 2, probability = 0.01, seed },
            new { match = new { endpoint = Downloads }, kind = "Status", status = 503, probability = 0.05, seed = seed + 1 },
            new { match = new { endpoint = Downloads }, kind = "ConnectionReset", probability = 0.03, seed = seed + 2 },
            new { match = new { endpoint = Downloads }, kind = "Truncated", probability = 0.03, seed = seed + 3 },
            new { match = new { endpoint = Downloads }, kind = "CutOff", probability = 0.03, seed = seed + 4 },
            new { match = new { endpoint = Lists }, kind = "Status", status = 503, probability = 0.1, seed = seed + 5 },
            new { match = new { endpoint = Downloads }, kind = "Latency", delayMilliseconds = 300 },
        ];
        foreach (var fault in faults)
        {
            using var made = await simulator.PostAsJsonAsync("admin/faults", fault);
            made.EnsureSuccessStatusCode();
        }
    }
}
