using System.Net;
using System.Text;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.DiAuth;

public class When_a_ticket_is_exchanged
{
    [Fact]
    public async Task The_access_token_is_a_JWT_that_says_when_it_ends_and_for_which_client_it_is()
    {
        await using var simulator = await TestSimulator.StartAsync(options => options.AccessTokenSeconds = 900);
        var ticket = await simulator.Http.MobileTicketAsync(TestSimulator.Athlete);

        using var answer = await simulator.Http.ExchangeAsync(ticket, LoginCalls.IosService);

        var body = await answer.ReadAsync();
        body.GetProperty("expires_in").GetInt32().ShouldBe(900);
        var claims = Claims(body.Text("access_token")!);
        claims.GetProperty("exp").GetInt64().ShouldBe(simulator.Clock.GetUtcNow().AddSeconds(900).ToUnixTimeSeconds());
        claims.Text("client_id").ShouldBe(LoginCalls.DiClient);
        claims.Text("iss").ShouldBe("https://diauth.garmin.com");
    }

    [Fact]
    public async Task A_ticket_is_good_once()
    {
        await using var simulator = await TestSimulator.StartAsync();
        var ticket = await simulator.Http.MobileTicketAsync(TestSimulator.Athlete);
        using var first = await simulator.Http.ExchangeAsync(ticket, LoginCalls.IosService);

        using var second = await simulator.Http.ExchangeAsync(ticket, LoginCalls.IosService);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await second.ReadAsync()).Text("error").ShouldBe("invalid_grant");
    }

    [Theory]
    [InlineData(60, HttpStatusCode.OK)]
    [InlineData(61, HttpStatusCode.BadRequest)]
    public async Task A_ticket_lives_for_a_minute(int ageSeconds, HttpStatusCode expected)
    {
        await using var simulator = await TestSimulator.StartAsync();
        var ticket = await simulator.Http.MobileTicketAsync(TestSimulator.Athlete);

        simulator.Clock.Advance(TimeSpan.FromSeconds(ageSeconds));
        using var answer = await simulator.Http.ExchangeAsync(ticket, LoginCalls.IosService);

        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_ticket_for_another_service_is_refused_but_not_used_up()
    {
        await using var simulator = await TestSimulator.StartAsync();
        var ticket = await simulator.Http.MobileTicketAsync(TestSimulator.Athlete);

        using var wrong = await simulator.Http.ExchangeAsync(ticket, LoginCalls.PortalService);
        using var right = await simulator.Http.ExchangeAsync(ticket, LoginCalls.IosService);

        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        right.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refused_client_id_does_not_use_the_ticket_up()
    {
        await using var simulator = await TestSimulator.StartAsync(options => options.RefusedClientIds = ["STALE"]);
        var ticket = await simulator.Http.MobileTicketAsync(TestSimulator.Athlete);

        using var stale = await simulator.Http.ExchangeAsync(ticket, LoginCalls.IosService, "STALE");
        using var fresh = await simulator.Http.ExchangeAsync(ticket, LoginCalls.IosService);

        stale.IsSuccessStatusCode.ShouldBeFalse();
        fresh.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_client_id_must_be_the_user_of_the_Authorization_header()
    {
        await using var simulator = await TestSimulator.StartAsync();
        var ticket = await simulator.Http.MobileTicketAsync(TestSimulator.Athlete);

        using var answer = await simulator.Http.ExchangeAsync(ticket, LoginCalls.IosService, basicUser: "ANOTHER");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_unknown_grant_type_is_refused()
    {
        await using var simulator = await TestSimulator.StartAsync();
        var ticket = await simulator.Http.MobileTicketAsync(TestSimulator.Athlete);

        using var answer = await simulator.Http.ExchangeAsync(ticket, LoginCalls.IosService, grant: "password");

        (await answer.ReadAsync()).Text("error").ShouldBe("unsupported_grant_type");
    }

    private static JsonElement Claims(string token)
    {
        var part = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        var bytes = Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '='));
        return JsonDocument.Parse(Encoding.UTF8.GetString(bytes)).RootElement;
    }
}
