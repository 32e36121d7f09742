using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GarminConnect.Client;
using GarminConnect.Simulator;
using Xunit;

namespace GarminSync.Consumers.Tests.Workouts;

/// <summary>The simulator, its only athlete signed in, and hand-written calls to see and change what is there.</summary>
internal sealed class SimulatedWorkouts : IAsyncDisposable
{
    private const string ClientId = "GARMIN_CONNECT_MOBILE_ANDROID_DI_2025Q2";
    private const string Service = "https://mobile.integration.garmin.com/gcm/ios";

    private readonly GarminSimulator _simulator;

    private SimulatedWorkouts(GarminSimulator simulator)
    {
        _simulator = simulator;
        Http = new HttpClient { BaseAddress = simulator.BaseAddress };
    }

    /// <summary>With the athlete's token.</summary>
    public HttpClient Http { get; }

    public GarminTokens Tokens { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SimulatedWorkouts> StartAsync()
    {
        var garmin = new SimulatedWorkouts(await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 }, Token));
        await garmin.SignInAsync();
        return garmin;
    }

    public GarminSession Session() => new("account", Tokens, (_, _) => throw new InvalidOperationException("No renewal was expected."));

    public (string Name, string Value)[] Settings()
    {
        var address = _simulator.BaseAddress.ToString();
        return [("Garmin:ConnectApiUrl", address), ("Garmin:SsoUrl", address), ("Garmin:DiAuthUrl", address)];
    }

    public async Task<HttpResponseMessage> PostAsync(GarminWorkout workout)
    {
        using var body = new ByteArrayContent(workout.ToJson()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return await Http.PostAsync(new Uri("workout-service/workout", UriKind.Relative), body, Token);
    }

    /// <summary>All workouts, newest first.</summary>
    public async Task<List<JsonElement>> WorkoutsAsync() =>
        [.. (await Http.GetFromJsonAsync<JsonElement>("workout-service/workouts?limit=1000", Token)).EnumerateArray()];

    public Task<JsonElement> WorkoutAsync(long id) => Http.GetFromJsonAsync<JsonElement>($"workout-service/workout/{id}", Token);

    /// <summary>The days that a month of the calendar has workouts on, as often as it has them.</summary>
    public async Task<List<string>> DaysAsync(DateOnly month)
    {
        var shown = await Http.GetFromJsonAsync<JsonElement>($"calendar-service/year/{month.Year}/month/{month.Month - 1}", Token);
        return [.. shown.GetProperty("calendarItems").EnumerateArray().Select(item => item.GetProperty("date").GetString()!)];
    }

    /// <summary>Sets a fault for the next matching request.</summary>
    public async Task FailOnceAsync(string method, string endpoint, string kind)
    {
        using var answer = await Http.PostAsJsonAsync("admin/faults", new { match = new { endpoint, method }, kind, times = 1 }, Token);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How often each call was made since this was asked last, the calls of tests left out.</summary>
    public async Task<string> CallsAsync(Func<Task> act)
    {
        using var reset = await Http.DeleteAsync(new Uri("admin/requests", UriKind.Relative), Token);
        await act();
        var counts = await Http.GetFromJsonAsync<Dictionary<string, int>>("admin/requests", Token);
        return string.Join(", ", counts!.Select(call => $"{call.Value} {call.Key.Replace("-service/", "/", StringComparison.Ordinal)}"));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _simulator.DisposeAsync();
    }

    private async Task SignInAsync()
    {
        using var login = await Http.PostAsJsonAsync(
            $"mobile/api/login?clientId=GCM_IOS_DARK&locale=en-US&service={Uri.EscapeDataString(Service)}",
            new { username = "athlete@example.com", password = "correct horse battery staple", rememberMe = true, captchaToken = "" },
            Token);
        var ticket = (await login.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("serviceTicketId").GetString()!;

        using var exchange = new HttpRequestMessage(HttpMethod.Post, "di-oauth2-service/oauth/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["client_id"] = ClientId,
                ["service_ticket"] = ticket,
                ["grant_type"] = "https://connectapi.garmin.com/di-oauth2-service/oauth/grant/service_ticket",
                ["service_url"] = Service,
            }),
        };
        exchange.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ClientId}:")));
        using var answer = await Http.SendAsync(exchange, Token);
        var tokens = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        Tokens = GarminTokens.FromStored(tokens.GetProperty("access_token").GetString()!, tokens.GetProperty("refresh_token").GetString()!, null);
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Tokens.AccessToken);
    }
}
