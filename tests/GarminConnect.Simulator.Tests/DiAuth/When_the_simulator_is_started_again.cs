using System.Net;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.DiAuth;

/// <summary>On the same folder. The first is never stopped, as one that is killed is not: what it told a client must be in the files by then.</summary>
public sealed class When_the_simulator_is_started_again : IAsyncLifetime
{
    private const string Code = "123456";

    private readonly string _folder = Directory.CreateTempSubdirectory("garmin-simulator-").FullName;
    private readonly List<TestSimulator> _started = [];

    [Fact]
    public async Task Access_tokens_are_still_accepted_and_refresh_tokens_can_be_traded()
    {
        var before = await StartAsync();
        var tokens = await TokensAsync(before);

        var after = await StartAsync();

        (await ProfileStatusAsync(after, tokens)).ShouldBe(HttpStatusCode.OK);
        using var refreshed = await after.Http.RefreshAsync(tokens.Text("refresh_token")!);
        refreshed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refresh_token_that_was_traded_in_stays_used_and_the_next_one_works()
    {
        var before = await StartAsync();
        var tokens = await TokensAsync(before);
        using var refreshed = await before.Http.RefreshAsync(tokens.Text("refresh_token")!);
        var next = await refreshed.ReadAsync();

        var after = await StartAsync();

        using var again = await after.Http.RefreshAsync(tokens.Text("refresh_token")!);
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ProfileStatusAsync(after, next)).ShouldBe(HttpStatusCode.OK);
        using var onward = await after.Http.RefreshAsync(next.Text("refresh_token")!);
        onward.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("expire", HttpStatusCode.OK)]
    [InlineData("revoke", HttpStatusCode.BadRequest)]
    public async Task Tokens_that_were_ended_stay_so(string how, HttpStatusCode refresh)
    {
        var before = await StartAsync();
        var tokens = await TokensAsync(before);
        using var ended = await before.Http.PostAsync($"admin/athletes/{TestSimulator.Athlete}/tokens/{how}", null, TestSimulator.Cancel);

        var after = await StartAsync();

        (await ProfileStatusAsync(after, tokens)).ShouldBe(HttpStatusCode.Unauthorized);
        using var answer = await after.Http.RefreshAsync(tokens.Text("refresh_token")!);
        answer.StatusCode.ShouldBe(refresh);
    }

    [Fact]
    public async Task A_ticket_can_be_exchanged_once_all_the_same()
    {
        var before = await StartAsync();
        var unused = await before.Http.MobileTicketAsync(TestSimulator.Athlete);
        var used = await before.Http.MobileTicketAsync(TestSimulator.Athlete);
        using var exchange = await before.Http.ExchangeAsync(used, LoginCalls.IosService);

        var after = await StartAsync();

        using var first = await after.Http.ExchangeAsync(unused, LoginCalls.IosService);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var second = await after.Http.ExchangeAsync(used, LoginCalls.IosService);
        second.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_login_still_waits_for_its_code_in_its_session()
    {
        var before = await StartAsync();
        using var login = await before.Http.LoginAsync(TestSimulator.MfaAthlete);
        var session = login.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("SESSION=", StringComparison.Ordinal)).Split(';')[0];

        var after = await StartAsync();
        using var stranger = await after.NewBrowser().VerifyCodeAsync(Code);
        using var browser = after.NewBrowser();
        browser.DefaultRequestHeaders.Add("Cookie", session);
        using var answer = await browser.VerifyCodeAsync(Code);

        (await stranger.ReadAsync()).Text("serviceTicketId").ShouldBeNull();
        (await answer.ReadAsync()).Text("serviceTicketId").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_change_that_was_cut_off_in_the_file_is_forgotten()
    {
        var before = await StartAsync();
        var tokens = await TokensAsync(before);
        await File.AppendAllTextAsync(Path.Combine(_folder, "tokens.jsonl"), """{"Email":"athlete@exam""", TestSimulator.Cancel);

        var after = await StartAsync();
        var later = await TokensAsync(after);

        var last = await StartAsync();
        (await ProfileStatusAsync(last, tokens)).ShouldBe(HttpStatusCode.OK);
        (await ProfileStatusAsync(last, later)).ShouldBe(HttpStatusCode.OK);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var simulator in _started)
        {
            await simulator.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task<TestSimulator> StartAsync()
    {
        var simulator = await TestSimulator.StartAsync(options => options.DataFolder = _folder);
        _started.Add(simulator);
        return simulator;
    }

    private static async Task<JsonElement> TokensAsync(TestSimulator simulator)
    {
        using var answer = await simulator.Http.ExchangeAsync(await simulator.Http.MobileTicketAsync(TestSimulator.Athlete), LoginCalls.IosService);
        return await answer.ReadAsync();
    }

    private static async Task<HttpStatusCode> ProfileStatusAsync(TestSimulator simulator, JsonElement tokens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "userprofile-service/socialProfile");
        request.Headers.Authorization = new("Bearer", tokens.Text("access_token"));
        using var answer = await simulator.Http.SendAsync(request, TestSimulator.Cancel);
        return answer.StatusCode;
    }
}
