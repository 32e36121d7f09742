using System.Net;
using System.Net.Http.Json;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Admin;

public class When_requests_are_counted
{
    [Fact]
    public async Task Each_call_counts_under_its_template_also_one_that_nobody_answers()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        using var first = await api.GetAsync("activity-service/activity/1", TestSimulator.Cancel);
        using var second = await api.GetAsync("activity-service/activity/2", TestSimulator.Cancel);
        using var unknown = await api.PatchAsync("no-such-service/x", null, TestSimulator.Cancel);

        (await simulator.CountAsync("POST /mobile/api/login")).ShouldBe(1);
        (await simulator.CountAsync("POST /di-oauth2-service/oauth/token", TestSimulator.Athlete)).ShouldBe(1);
        (await simulator.CountAsync("GET /activity-service/activity/{id}", TestSimulator.Athlete)).ShouldBe(2);
        (await simulator.CountAsync("PATCH /no-such-service/x")).ShouldBe(1);
        (await simulator.CountAsync("GET /activity-service/activity/{id}", "other@example.com")).ShouldBe(0);
    }

    [Fact]
    public async Task An_unknown_address_is_a_page_that_says_so()
    {
        await using var simulator = await TestSimulator.StartAsync();

        using var answer = await simulator.Http.GetAsync("no-such-service/x", TestSimulator.Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task The_log_names_account_and_status_and_holds_nothing_secret()
    {
        await using var simulator = await TestSimulator.StartAsync();
        var ticket = await simulator.Http.MobileTicketAsync(TestSimulator.Athlete);
        using var exchanged = await simulator.Http.ExchangeAsync(ticket, LoginCalls.IosService);
        var tokens = await exchanged.ReadAsync();
        using var refreshed = await simulator.Http.RefreshAsync(tokens.Text("refresh_token")!);
        using var mfa = await simulator.Http.LoginAsync(TestSimulator.MfaAthlete);
        using var code = await simulator.Http.VerifyCodeAsync("123456");

        var log = await simulator.Http.GetStringAsync("admin/requests/log", TestSimulator.Cancel);

        log.ShouldContain("\"account\":\"mfa@example.com\"");
        foreach (var secret in new[] { TestSimulator.Password, ticket, "ST-", tokens.Text("access_token")!, tokens.Text("refresh_token")!, "123456" })
        {
            log.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task A_reset_starts_at_nothing()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var login = await simulator.Http.LoginAsync(TestSimulator.Athlete);

        using var reset = await simulator.Http.DeleteAsync("admin/requests", TestSimulator.Cancel);

        (await simulator.Http.GetFromJsonAsync<Dictionary<string, int>>("admin/requests", TestSimulator.Cancel))!.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_without_a_token_is_refused_and_counted()
    {
        await using var simulator = await TestSimulator.StartAsync();

        using var answer = await simulator.Http.GetAsync("userprofile-service/socialProfile", TestSimulator.Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await simulator.CountAsync("GET /userprofile-service/socialProfile")).ShouldBe(1);
    }
}
