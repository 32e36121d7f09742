using System.Net.Http.Json;
using System.Text.Json;

namespace GarminConnect.Simulator.Tests;

/// <summary>Short ways to read an answer.</summary>
internal static class HttpReading
{
    public static Task<JsonElement> ReadAsync(this HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(TestSimulator.Cancel);

    public static Task<string> TextAsync(this HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestSimulator.Cancel);

    public static Task<JsonElement> GetJsonAsync(this HttpClient http, string path) => http.GetFromJsonAsync<JsonElement>(path, TestSimulator.Cancel);

    public static async Task<List<JsonElement>> ListAsync(this HttpClient http, string query = "limit=1000") =>
        [.. (await http.GetJsonAsync($"activitylist-service/activities/search/activities?{query}")).EnumerateArray()];

    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static long Id(this JsonElement row) => row.GetProperty("activityId").GetInt64();
}
