using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminSync.Testing;
using Shouldly;

namespace GarminSync.IntegrationTests.Processes;

/// <summary>What a person does with the gateway.</summary>
internal static class GatewayCalls
{
    public const string UserName = "athlete@example.com";
    public const string Password = "correct horse battery staple";

    /// <summary>Links the account and returns CentralDB's id of the user.</summary>
    public static async Task<string> LinkAsync(this HttpClient gateway, string userName = UserName)
    {
        using var answer = await gateway.PostAsJsonAsync("api/garmin/login", new { username = userName, password = Password });
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"message": "Garmin account linked successfully."}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return answer.Content.Headers.ContentLocation!.ToString().Split('/')[^1];
    }

    /// <summary>Asks for a sync of activities and waits until its job has ended.</summary>
    public static async Task<JsonElement> SyncAsync(this HttpClient gateway, object? body = null) =>
        await gateway.EndOfJobAsync(await gateway.StartSyncAsync(body));

    /// <summary>Asks for a sync of activities; returns the address of its job.</summary>
    public static async Task<Uri> StartSyncAsync(this HttpClient gateway, object? body = null)
    {
        using var answer = await gateway.PostAsJsonAsync("api/garmin/sync/activities", body ?? new { });
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!;
    }

    /// <summary>Waits until some of the job is done.</summary>
    public static Task IsUnderWayAsync(this HttpClient gateway, Uri job) => Eventually.Get(
        () => gateway.GetFromJsonAsync<JsonElement>(job), seen => seen.GetProperty("progress").GetDouble() > 0, TimeSpan.FromSeconds(30));

    public static Task<JsonElement> EndOfJobAsync(this HttpClient gateway, Uri job) => Eventually.Get(
        () => gateway.GetFromJsonAsync<JsonElement>(job),
        seen => seen.GetProperty("end_time").ValueKind != JsonValueKind.Null,
        TimeSpan.FromSeconds(60));
}
