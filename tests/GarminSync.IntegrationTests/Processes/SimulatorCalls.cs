using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminConnect.Simulator.Athletes;

namespace GarminSync.IntegrationTests.Processes;

/// <summary>What a test tells the simulator, and asks it.</summary>
internal static class SimulatorCalls
{
    /// <summary>Makes an account with the usual password.</summary>
    public static Task AddAthleteAsync(this GarminSimulator garmin, string email, int activities) =>
        garmin.AddAthleteAsync(new AthleteSpec { Email = email, Activities = activities });

    public static async Task AddAthleteAsync(this GarminSimulator garmin, AthleteSpec athlete)
    {
        using var admin = Admin(garmin);
        using var made = await admin.PostAsJsonAsync("admin/athletes", athlete);
        made.EnsureSuccessStatusCode();
    }

    public static async Task SlowDownAsync(this GarminSimulator garmin, string endpoint, TimeSpan latency)
    {
        using var admin = Admin(garmin);
        using var made = await admin.PostAsJsonAsync("admin/faults", new { match = new { endpoint }, kind = "Latency", delayMilliseconds = (int)latency.TotalMilliseconds });
        made.EnsureSuccessStatusCode();
    }

    /// <summary>Has all requests to the endpoint answered with a status.</summary>
    public static Task FailAsync(this GarminSimulator garmin, string endpoint, int status) =>
        garmin.SetFaultAsync(new { match = new { endpoint }, kind = "Status", status });

    /// <summary>Sets a fault, as in the simulator's README.</summary>
    public static async Task SetFaultAsync(this GarminSimulator garmin, object fault)
    {
        using var admin = Admin(garmin);
        using var made = await admin.PostAsJsonAsync("admin/faults", fault);
        made.EnsureSuccessStatusCode();
    }

    /// <summary>How many requests the faults have hit.</summary>
    public static async Task<int> FaultHitsAsync(this GarminSimulator garmin)
    {
        using var admin = Admin(garmin);
        var faults = await admin.GetFromJsonAsync<JsonElement>("admin/faults");
        return faults.EnumerateArray().Sum(fault => fault.GetProperty("hits").GetInt32());
    }

    /// <summary>Ends the access tokens of an account (<c>expire</c>), or all its tokens (<c>revoke</c>).</summary>
    public static async Task EndTokensAsync(this GarminSimulator garmin, string email, string how)
    {
        using var admin = Admin(garmin);
        using var ended = await admin.PostAsync(new Uri($"admin/athletes/{email}/tokens/{how}", UriKind.Relative), content: null);
        ended.EnsureSuccessStatusCode();
    }

    public static async Task EndFaultsAsync(this GarminSimulator garmin)
    {
        using var admin = Admin(garmin);
        using var ended = await admin.DeleteAsync(new Uri("admin/faults", UriKind.Relative));
        ended.EnsureSuccessStatusCode();
    }

    /// <summary>How many requests it has had whose path contains the text.</summary>
    public static async Task<int> RequestsAsync(this GarminSimulator garmin, string pathPart)
    {
        using var admin = Admin(garmin);
        var counts = await admin.GetFromJsonAsync<Dictionary<string, int>>("admin/requests");
        return counts!.Where(request => request.Key.Contains(pathPart, StringComparison.Ordinal)).Sum(request => request.Value);
    }

    private static HttpClient Admin(GarminSimulator garmin) => new() { BaseAddress = garmin.BaseAddress };
}
