using System.Net;
using GarminConnect.Simulator.Tests.Recordings;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Sso;

public class When_an_account_wants_a_code
{
    private const string Code = "123456";

    [Fact]
    public async Task The_right_code_in_the_same_session_gives_a_ticket()
    {
        var recorded = await Recording.BodyAsync("login-command-2");
        await using var simulator = await TestSimulator.StartAsync();
        using var login = await simulator.Http.LoginAsync(TestSimulator.MfaAthlete);

        using var answer = await simulator.Http.VerifyCodeAsync(Code);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await answer.ReadAsync();
        Recording.Differences(body, [recorded]).ShouldBeEmpty();
        Recording.Missing(body, recorded).ShouldBeEmpty();
        using var tokens = await simulator.Http.ExchangeAsync(body.Text("serviceTicketId")!, LoginCalls.IosService);
        tokens.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_code_is_refused_and_another_can_be_entered()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var login = await simulator.Http.LoginAsync(TestSimulator.MfaAthlete);

        (await StatusAsync(simulator.Http, "000000")).ShouldNotBe("SUCCESSFUL");
        (await StatusAsync(simulator.Http, Code)).ShouldBe("SUCCESSFUL");
    }

    [Fact]
    public async Task The_code_is_refused_without_the_cookies_of_the_login()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var stranger = simulator.NewBrowser();
        using var login = await simulator.Http.LoginAsync(TestSimulator.MfaAthlete);

        (await StatusAsync(stranger, Code)).ShouldNotBe("SUCCESSFUL");
    }

    [Fact]
    public async Task The_code_is_refused_after_five_minutes()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var login = await simulator.Http.LoginAsync(TestSimulator.MfaAthlete);

        simulator.Clock.Advance(TimeSpan.FromSeconds(301));

        (await StatusAsync(simulator.Http, Code)).ShouldNotBe("SUCCESSFUL");
    }

    [Fact]
    public async Task Another_login_makes_the_first_code_useless()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var other = simulator.NewBrowser();
        using var login = await simulator.Http.LoginAsync(TestSimulator.MfaAthlete);
        using var second = await other.LoginAsync(TestSimulator.MfaAthlete);

        (await StatusAsync(simulator.Http, Code)).ShouldNotBe("SUCCESSFUL");
        (await StatusAsync(other, Code)).ShouldBe("SUCCESSFUL");
    }

    [Fact]
    public async Task The_code_may_go_through_the_portal_and_the_ticket_is_still_for_the_service_of_the_login()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var login = await simulator.Http.LoginAsync(TestSimulator.MfaAthlete);

        using var answer = await simulator.Http.VerifyCodeAsync(Code, "portal", "GarminConnect");

        (await answer.ReadAsync()).Text("serviceURL").ShouldBe(LoginCalls.IosService);
    }

    private static async Task<string?> StatusAsync(HttpClient http, string code)
    {
        using var answer = await http.VerifyCodeAsync(code);
        return (await answer.ReadAsync()).GetProperty("responseStatus").Text("type");
    }
}
