using System.Net.Http.Json;
using System.Text.Json;

namespace GarminConnect.Simulator.Tests.Health;

/// <summary>Short ways to ask about health.</summary>
internal static class HealthCalls
{
    public static async Task<string> DisplayNameAsync(this HttpClient api) => (await api.GetJsonAsync("userprofile-service/socialProfile")).Text("displayName")!;

    public static async Task<JsonElement> SummaryAsync(this HttpClient api, string day) => await api.GetJsonAsync($"usersummary-service/usersummary/daily/?calendarDate={day}");

    /// <summary>An account of its own.</summary>
    public static async Task<HttpClient> NewAthleteAsync(this TestSimulator simulator, string email, object spec)
    {
        var members = JsonSerializer.SerializeToNode(spec, JsonSerializerOptions.Web)!.AsObject();
        members["email"] = email;
        members["activities"] = 0;
        using var added = await simulator.Http.PostAsJsonAsync("admin/athletes", members, TestSimulator.Cancel);
        added.EnsureSuccessStatusCode();
        return await simulator.SignInAsync(email);
    }

    public static async Task<JsonElement> QueryAsync(this HttpClient api, string query)
    {
        using var answer = await api.PostAsJsonAsync("graphql-gateway/graphql", new { query }, TestSimulator.Cancel);
        return await answer.EnsureSuccessStatusCode().ReadAsync();
    }

    public static int Int(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    public static List<JsonElement> Rows(this JsonElement element) => [.. element.EnumerateArray()];
}
