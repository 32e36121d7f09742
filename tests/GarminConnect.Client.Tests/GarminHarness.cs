using GarminConnect.Client.Health;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

/// <summary>The Garmin clients as the service registers them, against one scripted server that stands for all of Garmin's.</summary>
internal sealed class GarminHarness : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private GarminHarness(ScriptedServer server, TimeProvider? clock, (string Name, string Value)[] settings)
    {
        Server = server;
        var configuration = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Garmin:Sandbox"] = "true",
            ["Garmin:SsoUrl"] = server.Url.ToString(),
            ["Garmin:DiAuthUrl"] = server.Url.ToString(),
            ["Garmin:ConnectApiUrl"] = server.Url.ToString(),
            ["Garmin:RequestsPerSecond"] = "1000",
            ["Garmin:RetryDelay"] = "00:00:00.001",
            ["Garmin:WidgetPause"] = "00:00:00",
            ["Garmin:PortalPause"] = "00:00:00",
        };
        foreach (var (name, value) in settings)
        {
            configuration["Garmin:" + name] = value;
        }

        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build())
            .AddSingleton(clock ?? TimeProvider.System)
            .AddGarminConnect()
            .BuildServiceProvider(validateScopes: true);
    }

    public ScriptedServer Server { get; }

    public GarminSignIn SignIn => _services.GetRequiredService<GarminSignIn>();

    public ServiceTickets Tickets => _services.GetRequiredService<ServiceTickets>();

    public GarminTokenClient Tokens => _services.GetRequiredService<GarminTokenClient>();

    public GarminConnectClient Client => _services.GetRequiredService<GarminConnectClient>();

    public GarminWorkouts Workouts => _services.GetRequiredService<GarminWorkouts>();

    public GarminHealth Health => _services.GetRequiredService<GarminHealth>();

    public static async Task<GarminHarness> StartAsync(RequestDelegate answer, TimeProvider? clock = null, params (string Name, string Value)[] settings) =>
        new(await ScriptedServer.StartAsync(answer), clock, settings);

    /// <summary>A session with tokens that are good for a day; renewing them fails the test unless it says how.</summary>
    public static GarminSession Session(RenewTokens? renew = null, GarminTokens? tokens = null) =>
        new("account", tokens ?? Some.Tokens(), renew ?? ((_, _) => throw new InvalidOperationException("No renewal was expected.")));

    /// <summary>The outcome of a download, for a server that has nothing usable.</summary>
    public static async Task<ActivityDownload.Unavailable> UnavailableAsync(RequestDelegate answer, params (string Name, string Value)[] settings)
    {
        await using var garmin = await StartAsync(answer, settings: settings);
        return (await garmin.DownloadAsync()).ShouldBeOfType<ActivityDownload.Unavailable>();
    }

    public Task<ActivityDownload> DownloadAsync(ActivityFileSource source = ActivityFileSource.Original) =>
        Client.DownloadActivityAsync(Session(), 5, source, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
