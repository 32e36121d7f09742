using System.Net.Http.Json;
using System.Text.Json;

namespace GarminSync.ChaosTests;

/// <summary>What the simulator says it was asked.</summary>
internal static class GarminJournal
{
    /// <summary>How many downloads were answered in full although that file had been before.</summary>
    public static async Task<int> FetchedTwiceAsync(HttpClient simulator)
    {
        var requests = await simulator.GetFromJsonAsync<JsonElement>("admin/requests/log?endpoint=/download-service/files/activity/{id}");
        return requests.EnumerateArray()
            .Where(request => request.GetProperty("status").GetInt32() == 200 && request.GetProperty("fault").GetString() is null or "Latency")
            .GroupBy(request => request.GetProperty("path").GetString(), (_, same) => same.Count() - 1)
            .Sum();
    }
}
