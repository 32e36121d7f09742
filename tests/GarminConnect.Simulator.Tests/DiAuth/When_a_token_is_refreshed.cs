using System.Net;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.DiAuth;

public class When_a_token_is_refreshed
{
    [Fact]
    public async Task The_new_access_token_is_accepted_and_the_refresh_token_is_another()
    {
        await using var simulator = await TestSimulator.StartAsync();
        var tokens = await TokensAsync(simulator);

        using var answer = await simulator.Http.RefreshAsync(tokens.Text("refresh_token")!);

        var refreshed = await answer.ReadAsync();
        refreshed.Text("refresh_token").ShouldNotBe(tokens.Text("refresh_token"));
        (await ProfileStatusAsync(simulator, refreshed)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_second_use_of_a_refresh_token_fails_and_the_first_keeps_what_it_got()
    {
        await using var simulator = await TestSimulator.StartAsync();
        var tokens = await TokensAsync(simulator);
        using var first = await simulator.Http.RefreshAsync(tokens.Text("refresh_token")!);

        using var second = await simulator.Http.RefreshAsync(tokens.Text("refresh_token")!);

        second.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await second.ReadAsync()).Text("error").ShouldBe("invalid_grant");
        (await ProfileStatusAsync(simulator, await first.ReadAsync())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_second_use_can_be_made_to_lock_the_account_out()
    {
        await using var simulator = await TestSimulator.StartAsync(options => options.RevokeAllOnReuse = true);
        var tokens = await TokensAsync(simulator);
        using var first = await simulator.Http.RefreshAsync(tokens.Text("refresh_token")!);
        var refreshed = await first.ReadAsync();

        using var second = await simulator.Http.RefreshAsync(tokens.Text("refresh_token")!);

        (await ProfileStatusAsync(simulator, refreshed)).ShouldBe(HttpStatusCode.Unauthorized);
        using var again = await simulator.Http.RefreshAsync(refreshed.Text("refresh_token")!);
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_refresh_token_can_be_left_out_and_then_stays_good()
    {
        await using var simulator = await TestSimulator.StartAsync(options => options.OmitRefreshToken = true);
        var tokens = await TokensAsync(simulator);

        for (var i = 0; i < 2; i++)
        {
            using var answer = await simulator.Http.RefreshAsync(tokens.Text("refresh_token")!);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await answer.ReadAsync()).TryGetProperty("refresh_token", out _).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_refresh_token_belongs_to_its_client_id()
    {
        await using var simulator = await TestSimulator.StartAsync();
        var tokens = await TokensAsync(simulator);

        using var answer = await simulator.Http.RefreshAsync(tokens.Text("refresh_token")!, "GARMIN_CONNECT_MOBILE_IOS_DI");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_access_token_ends_when_it_says()
    {
        await using var simulator = await TestSimulator.StartAsync(options => options.AccessTokenSeconds = 60);
        var tokens = await TokensAsync(simulator);

        simulator.Clock.Advance(TimeSpan.FromSeconds(61));

        (await ProfileStatusAsync(simulator, tokens)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("expire", HttpStatusCode.OK)]
    [InlineData("revoke", HttpStatusCode.BadRequest)]
    public async Task The_admin_API_ends_tokens_with_or_without_a_way_back(string how, HttpStatusCode refresh)
    {
        await using var simulator = await TestSimulator.StartAsync();
        var tokens = await TokensAsync(simulator);

        using var ended = await simulator.Http.PostAsync($"admin/athletes/{TestSimulator.Athlete}/tokens/{how}", null, TestSimulator.Cancel);

        (await ProfileStatusAsync(simulator, tokens)).ShouldBe(HttpStatusCode.Unauthorized);
        using var answer = await simulator.Http.RefreshAsync(tokens.Text("refresh_token")!);
        answer.StatusCode.ShouldBe(refresh);
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
