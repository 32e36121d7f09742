using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using GarminConnect.Client;
using GarminConnect.Simulator.Athletes;

namespace GarminSync.Benchmarks.Floors;

/// <summary>
/// The least that a sync can do: the same HTTP calls in a loop, with as many of them at once, and nothing kept. A process of its own, so that its processor
/// time can be told from ours.
/// </summary>
internal sealed class BareLoop : IDisposable
{
    /// <summary>The argument that makes this program the loop; it reads its <see cref="BareLoopOrder"/> from standard input.</summary>
    public const string Argument = "bare-loop";

    /// <summary>What it writes when it is warm. It goes on when it gets a line, and writes the same when it is done.</summary>
    public const string Ready = "ready";

    // As many as one consumer process fetches at once.
    private const int MostAtOnce = 16;
    private const int PageSize = 100;

    private readonly HttpClient _garmin;
    private readonly HttpClient _centralDb;
    private readonly int _atOnce;
    private readonly SemaphoreSlim _all = new(MostAtOnce, MostAtOnce);

    private BareLoop(BareLoopOrder order)
    {
        _garmin = new HttpClient { BaseAddress = order.Garmin };
        _centralDb = new HttpClient { BaseAddress = order.CentralDb };
        _atOnce = order.AtOnce;
    }

    public static async Task<int> RunAsync()
    {
        var order = JsonSerializer.Deserialize<BareLoopOrder>(await Console.In.ReadLineAsync() ?? "")!;
        using var clients = GarminClients.Create(garmin =>
        {
            garmin.Sandbox = true;
            (garmin.SsoUrl, garmin.DiAuthUrl, garmin.ConnectApiUrl, garmin.ConnectUrl) = (order.Garmin, order.Garmin, order.Garmin, order.Garmin);
        });
        using var loop = new BareLoop(order);
        var warmUp = await loop.PrepareAsync(clients, order.WarmUp);
        var accounts = await loop.PrepareAsync(clients, order.Accounts);
        await loop.SyncAsync(warmUp);
        Console.WriteLine(Ready);
        await Console.In.ReadLineAsync();
        await loop.SyncAsync(accounts);
        Console.WriteLine(Ready);
        await Console.In.ReadLineAsync();
        return 0;
    }

    public void Dispose()
    {
        _garmin.Dispose();
        _centralDb.Dispose();
        _all.Dispose();
    }

    private async Task<IReadOnlyList<Account>> PrepareAsync(GarminClients clients, IEnumerable<string> emails)
    {
        var accounts = new List<Account>();
        foreach (var email in emails)
        {
            var signedIn = await clients.SignIn.SignInAsync(email, AthleteSpec.DefaultPassword) as SignInOutcome.SignedIn
                ?? throw new InvalidOperationException($"{email} could not be signed in.");
            var name = $"bare-{email}";
            using var made = await _centralDb.PostAsJsonAsync("users", new { name, email = name });
            made.EnsureSuccessStatusCode();
            var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id");
            accounts.Add(new Account($"{id}", signedIn.Tokens.AccessToken));
        }

        return accounts;
    }

    private Task SyncAsync(IEnumerable<Account> accounts) => Task.WhenAll(accounts.Select(SyncAsync));

    private async Task SyncAsync(Account account)
    {
        for (var start = 0; ; start += PageSize)
        {
            using var page = JsonDocument.Parse(
                await GetAsync(account, $"activitylist-service/activities/search/activities?start={start}&limit={PageSize}"));
            await Parallel.ForEachAsync(
                page.RootElement.EnumerateArray(), new ParallelOptions { MaxDegreeOfParallelism = _atOnce }, async (row, _) => await FetchAsync(account, row));
            if (page.RootElement.GetArrayLength() < PageSize)
            {
                return;
            }
        }
    }

    private async Task FetchAsync(Account account, JsonElement row)
    {
        await _all.WaitAsync();
        try
        {
            var id = row.GetProperty("activityId").GetInt64();
            using var zip = new ZipArchive(new MemoryStream(await GetAsync(account, $"download-service/files/activity/{id}")));
            using var file = new MemoryStream();
            await using (var entry = await zip.Entries[0].OpenAsync())
            {
                await entry.CopyToAsync(file);
            }

            await UploadAsync(account, row, id, file.ToArray());
        }
        finally
        {
            _all.Release();
        }
    }

    private async Task<byte[]> GetAsync(Account account, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.Token);
        using var answer = await _garmin.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task UploadAsync(Account account, JsonElement row, long id, byte[] bytes)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(id.ToString(CultureInfo.InvariantCulture)), "\"garmin_activity_id\"" },
            { new StringContent(row.GetProperty("activityName").GetString() ?? ""), "\"name\"" },
            { new StringContent(row.GetProperty("activityType").GetProperty("typeKey").GetString() ?? ""), "\"activity_type\"" },
            { new StringContent("fit"), "\"file_format\"" },
            { new StringContent(sha256), "\"sha256\"" },
            { new StringContent("1"), "\"revision\"" },
            { new StringContent(row.GetRawText()), "\"raw_summary\"" },
            { new ByteArrayContent(bytes), "\"file\"", $"\"{id}.fit\"" },
        };
        using var answer = await _centralDb.PostAsync($"activities/{account.UserId}", form);
        answer.EnsureSuccessStatusCode();
    }

    private sealed record Account(string UserId, string Token);
}
