using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator.Health;
using GarminSync.Testing;
using Xunit;

namespace GarminConnect.Simulator.Tests;

/// <summary>A simulator of its own on a free port, on a manual clock, and hand-written HTTP calls to it.</summary>
internal sealed class TestSimulator : IAsyncDisposable
{
    public const string Athlete = "athlete@example.com";
    public const string MfaAthlete = "mfa@example.com";
    public const string Password = "correct horse battery staple";

    private readonly GarminSimulator _simulator;

    private TestSimulator(GarminSimulator simulator, ManualClock clock)
    {
        _simulator = simulator;
        Clock = clock;
        Http = NewBrowser();
    }

    public ManualClock Clock { get; }

    public Uri Address => _simulator.BaseAddress;

    /// <summary>Keeps cookies, does not follow redirects.</summary>
    public HttpClient Http { get; }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TestSimulator> StartAsync(Action<SimulatorOptions>? configure = null)
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero));
        var options = new SimulatorOptions { Clock = clock, DefaultActivities = 40 };
        configure?.Invoke(options);
        return new TestSimulator(await GarminSimulator.StartAsync(options, Cancel), clock);
    }

    public HttpClient NewBrowser() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }, disposeHandler: true) { BaseAddress = Address };

    /// <summary>A client of connectapi, signed in.</summary>
    public async Task<HttpClient> SignInAsync(string email = Athlete)
    {
        using var browser = NewBrowser();
        var ticket = await browser.MobileTicketAsync(email);
        using var answer = await browser.ExchangeAsync(ticket, LoginCalls.IosService);
        var tokens = await answer.ReadAsync();

        var api = NewBrowser();
        api.DefaultRequestHeaders.Authorization = new("Bearer", tokens.GetProperty("access_token").GetString());
        return api;
    }

    /// <summary>The truth about a day, such as <c>2026-06-14</c>.</summary>
    public HealthDay Day(string day, string email = Athlete) => _simulator.HealthOf(email, DateOnly.ParseExact(day, "yyyy-MM-dd"));

    public async Task<JsonElement> AddFaultAsync(object fault)
    {
        using var answer = await Http.PostAsJsonAsync("admin/faults", fault, Cancel);
        return (await answer.EnsureSuccessStatusCode().ReadAsync()).Clone();
    }

    public async Task<int> CountAsync(string call, string? account = null) =>
        (await Http.GetFromJsonAsync<Dictionary<string, int>>($"admin/requests?account={account}", Cancel))!.GetValueOrDefault(call);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _simulator.DisposeAsync();
    }
}
