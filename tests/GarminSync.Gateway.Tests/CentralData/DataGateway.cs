using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CentralDb.Client;
using FitTrack.CentralDb;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.Gateway.Tests.CentralData;

/// <summary>A gateway beside a real CentralDB that wants a key, with a user in it.</summary>
internal sealed class DataGateway : IAsyncDisposable
{
    private const string Key = "key-of-the-tests";

    private readonly WebApplication _centralDb;
    private readonly string _folder;

    private DataGateway(WebApplication centralDb, string folder, GatewayHost gateway, string userId)
    {
        _centralDb = centralDb;
        _folder = folder;
        Gateway = gateway;
        UserId = userId;
    }

    public GatewayHost Gateway { get; }

    public string UserId { get; }

    public CentralDbClient CentralDb => Gateway.Services.GetRequiredService<CentralDbClient>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<DataGateway> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("gateway-data-").FullName;
        var centralDb = CentralDbServer.Create(["--urls=http://127.0.0.1:0", $"--DataFolder={folder}", $"--CentralDbServer:ApiKey={Key}", "--Serilog:MinimumLevel:Default=Fatal"]);
        await centralDb.StartAsync(Token);
        var gateway = await GatewayHost.StartAsync(new StubConsumers(), [$"--CentralDb:Url={centralDb.Urls.Single()}", $"--CentralDb:ApiKey={Key}", .. settings]);
        var user = await gateway.Services.GetRequiredService<CentralDbClient>().FindOrCreateUserAsync("athlete@example.com", Token);
        return new(centralDb, folder, gateway, user.Id);
    }

    public Task StopCentralDbAsync() => _centralDb.StopAsync(Token);

    /// <summary>Stores an activity with one file.</summary>
    public Task UploadAsync(ActivityUpload upload, byte[]? file = null) => CentralDb.UploadActivityAsync(
        UserId, file is null ? upload : upload with { FileLength = file.Length, OpenFile = () => new MemoryStream(file) }, Token);

    /// <summary>Asks the gateway about the user.</summary>
    public Task<HttpResponseMessage> AskAsync(string path) =>
        Gateway.Client.GetAsync(new Uri($"/api/garmin/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}user_id={UserId}", UriKind.Relative), Token);

    public async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await AskAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.TextAsync());
        return await answer.JsonAsync();
    }

    /// <summary>Asks what is refused; the detail says why.</summary>
    public async Task<string> RefusalAsync(string path, HttpStatusCode status)
    {
        using var answer = await AskAsync(path);
        answer.StatusCode.ShouldBe(status, await answer.TextAsync());
        return await answer.DetailAsync();
    }

    /// <summary>Stores a workout plan, the user's or somebody else's.</summary>
    public async Task StorePlanAsync(string id, string? userId = null)
    {
        using var http = new HttpClient { BaseAddress = new Uri(_centralDb.Urls.Single()) };
        http.DefaultRequestHeaders.Add("X-Api-Key", Key);
        using var stored = await http.PostAsJsonAsync(
            "workout_plans",
            new
            {
                id,
                user_id = userId ?? UserId,
                name = "6 x 400 m",
                sport = "running",
                steps = new object[]
                {
                    new { type = "repeat", times = 6, steps = new object[] { new { type = "interval", duration = new { type = "distance", value = 400 }, target = new { type = "pace", low = 250, high = 230 } } } },
                    new { type = "cooldown", duration = new { type = "lap_button" } },
                },
            },
            Token);
        stored.StatusCode.ShouldBe(HttpStatusCode.Created, await stored.TextAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await _centralDb.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
