using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace GarminSync.ChaosTests;

/// <summary>Reads what CentralDB holds in a form in which two runs can be compared: without the ids and times that it gave.</summary>
internal static class CentralDbContent
{
    private static readonly string[] Own = ["id", "user_id", "file_path", "created_at", "updated_at"];

    /// <summary>One line a record, with the hash of the file as it can be downloaded.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(HttpClient centralDb)
    {
        var lines = new List<string>();
        foreach (var userName in GarminAccounts.UserNames)
        {
            var users = await centralDb.GetFromJsonAsync<JsonArray>($"users?email={userName}");
            foreach (var userId in users!.Select(user => (string)user!["id"]!))
            {
                var page = await centralDb.GetFromJsonAsync<JsonObject>($"activities/{userId}?limit=500");
                foreach (var activity in page!["items"]!.AsArray())
                {
                    lines.Add($"{userName} {await ReadAsync(centralDb, userId, activity!.AsObject())}");
                }
            }
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static async Task<string> ReadAsync(HttpClient centralDb, string userId, JsonObject activity)
    {
        var file = await centralDb.GetByteArrayAsync(new Uri($"activities/{userId}/{activity["id"]}/file", UriKind.Relative));
        foreach (var name in Own)
        {
            activity.Remove(name);
        }

        return $"{activity.ToJsonString()} file {Convert.ToHexStringLower(SHA256.HashData(file))}";
    }
}
