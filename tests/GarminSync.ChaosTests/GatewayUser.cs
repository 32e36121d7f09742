using System.Net;
using System.Net.Http.Json;
using GarminConnect.Simulator.Athletes;
using GarminSync.Testing;

namespace GarminSync.ChaosTests;

/// <summary>Somebody who asks again until there is the answer that was hoped for.</summary>
internal static class GatewayUser
{
    /// <summary>Links all accounts and returns CentralDB's ids of the users.</summary>
    public static async Task<IReadOnlyList<string>> LinkAllAsync(this HttpClient gateway)
    {
        var users = new List<string>();
        foreach (var userName in GarminAccounts.UserNames)
        {
            users.Add(await gateway.LinkAsync(userName));
        }

        return users;
    }

    /// <summary>Asks for a sync of each user's activities.</summary>
    public static Task AskForSyncsAsync(this HttpClient gateway, IEnumerable<string> users) => Task.WhenAll(users.Select(gateway.AskForSyncAsync));

    /// <summary>Links the account and returns CentralDB's id of the user.</summary>
    private static Task<string> LinkAsync(this HttpClient gateway, string userName) => Eventually.Get(
        async () =>
        {
            using var answer = await gateway.PostAsJsonAsync("api/garmin/login", new { username = userName, password = AthleteSpec.DefaultPassword });
            return answer.StatusCode == HttpStatusCode.OK ? answer.Content.Headers.ContentLocation!.ToString().Split('/')[^1] : "";
        },
        userId => userId.Length > 0,
        ChaosSize.Deadline);

    /// <summary>Asks for a sync of the user's activities.</summary>
    private static Task AskForSyncAsync(this HttpClient gateway, string userId) => Eventually.Equals(
        HttpStatusCode.Accepted,
        async () =>
        {
            using var answer = await gateway.PostAsJsonAsync("api/garmin/sync/activities", new { user_id = userId });
            return answer.StatusCode;
        },
        ChaosSize.Deadline);
}
