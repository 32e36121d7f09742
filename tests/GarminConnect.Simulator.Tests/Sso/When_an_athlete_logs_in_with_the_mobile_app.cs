using System.Net;
using GarminConnect.Simulator.Tests.Recordings;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Sso;

public class When_an_athlete_logs_in_with_the_mobile_app
{
    [Fact]
    public async Task It_gets_a_ticket_for_the_service_that_it_named()
    {
        await using var simulator = await TestSimulator.StartAsync();

        using var answer = await simulator.Http.LoginAsync(TestSimulator.Athlete);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await answer.ReadAsync();
        body.Text("serviceURL").ShouldBe(LoginCalls.IosService);
        body.Text("serviceTicketId")!.ShouldMatch("^ST-[0-9]+-[A-Za-z0-9]{20}-sso$");
    }

    [Theory]
    [InlineData(TestSimulator.Athlete, TestSimulator.Password, "login-success-1")]
    [InlineData(TestSimulator.MfaAthlete, TestSimulator.Password, "login-command-1")]
    [InlineData(TestSimulator.Athlete, "wrong", "login-email-password-fail-1")]
    [InlineData("nobody@example.com", TestSimulator.Password, "login-email-password-fail-1")]
    public async Task It_gets_the_body_that_was_recorded_at_Garmin(string email, string password, string recording)
    {
        var recorded = await Recording.BodyAsync(recording);
        await using var simulator = await TestSimulator.StartAsync();

        using var answer = await simulator.Http.LoginAsync(email, password);

        var body = await answer.ReadAsync();
        Recording.Differences(body, [recorded]).ShouldBeEmpty();
        Recording.Missing(body, recorded).ShouldBeEmpty();
        body.GetProperty("responseStatus").GetRawText().ShouldBe(Compact(recorded.GetProperty("responseStatus")));
    }

    [Fact]
    public async Task A_wrong_password_is_unauthorized()
    {
        await using var simulator = await TestSimulator.StartAsync();

        using var answer = await simulator.Http.LoginAsync(TestSimulator.Athlete, "wrong");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("UNKNOWN", LoginCalls.IosService)]
    [InlineData("GCM_IOS_DARK", LoginCalls.PortalService)]
    [InlineData("GCM_IOS_DARK", "not a url")]
    public async Task A_client_with_a_service_that_is_not_its_own_is_refused(string clientId, string service)
    {
        await using var simulator = await TestSimulator.StartAsync();

        using var answer = await simulator.Http.LoginAsync(TestSimulator.Athlete, clientId: clientId, service: service);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_refused()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var content = new StringContent("username=me");

        using var answer = await simulator.Http.PostAsync($"mobile/api/login?clientId=GCM_IOS_DARK&service={LoginCalls.IosService}", content, TestSimulator.Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Looking_whether_the_login_is_reachable_gives_405_as_JSON()
    {
        await using var simulator = await TestSimulator.StartAsync();

        using var answer = await simulator.Http.GetAsync("mobile/api/login", TestSimulator.Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Fact]
    public async Task The_portal_gives_a_ticket_of_its_own_form()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var page = await simulator.Http.GetAsync("portal/sso/en-US/sign-in?clientId=GarminConnect", TestSimulator.Cancel);

        using var answer = await simulator.Http.LoginAsync(TestSimulator.Athlete, family: "portal", clientId: "GarminConnect", service: LoginCalls.PortalService);

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.ReadAsync()).Text("serviceTicketId")!.ShouldEndWith("-cas");
    }

    private static string Compact(System.Text.Json.JsonElement element) => System.Text.Json.JsonSerializer.Serialize(element);
}
