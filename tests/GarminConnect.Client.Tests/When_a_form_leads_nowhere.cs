using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_a_form_leads_nowhere
{
    private const string Mobile = "/mobile/api/login";
    private const string Widget = "/sso/embed";
    private const string Portal = "/portal/sso/en-US/sign-in";

    private static readonly RequestDelegate Captcha = Type("CAPTCHA_REQUIRED");
    private static readonly RequestDelegate Blocked = Answer.Html(403);

    public static TheoryData<string, int, string> FallThrough => new()
    {
        { "CAPTCHA", 200, """{"responseStatus":{"type":"CAPTCHA_REQUIRED"}}""" },
        { "bot protection", 403, "error code: 1020" },
        { "427", 427, "" },
        { "a page", 200, "<html>Just a moment...</html>" },
        { "an outage", 502, "<html>Bad gateway</html>" },
        { "an unknown answer", 200, """{"responseStatus":{"type":"SOMETHING_NEW"}}""" },
    };

    public static TheoryData<string, int, string> Final => new()
    {
        { "wrong password", 401, """{"responseStatus":{"type":"INVALID_USERNAME_PASSWORD"}}""" },
        { "code", 200, """{"responseStatus":{"type":"MFA_REQUIRED"}}""" },
        { "locked", 200, """{"responseStatus":{"type":"ACCOUNT_LOCKED"}}""" },
        { "rate limit", 429, "" },
        { "rate limit in a 200", 200, """{"error":{"status-code":"429"}}""" },
    };

    [Theory]
    [MemberData(nameof(FallThrough))]
    public async Task The_next_one_is_tried(string what, int status, string body)
    {
        what.ShouldNotBeEmpty();
        await using var garmin = await GarminHarness.StartAsync(
            Some.Garmin((Mobile, Answer.Body(body, "text/plain", status)), (Widget, Blocked), (Portal, Answer.Html(200)), ("/portal/api/login", Success)));

        (await SignInAsync(garmin)).ShouldBeOfType<SignInOutcome.SignedIn>();

        Tried(garmin).ShouldBe([Mobile, Widget, Portal, "/portal/api/login"]);
    }

    [Theory]
    [MemberData(nameof(Final))]
    public async Task An_answer_about_the_account_ends_the_login(string what, int status, string body)
    {
        what.ShouldNotBeEmpty();
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin((Mobile, Answer.Body(body, "text/plain", status))));

        await SignInAsync(garmin);

        Tried(garmin).ShouldBe([Mobile]);
    }

    [Fact]
    public async Task A_connection_that_breaks_leads_to_the_next_one_and_is_not_repeated()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Reset());

        (await SignInAsync(garmin)).ShouldBeOfType<SignInOutcome.Unreachable>();

        Tried(garmin).ShouldBe([Mobile, Widget, Portal]);
    }

    [Fact]
    public async Task A_CAPTCHA_is_what_a_person_hears_of_when_all_fail()
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin((Mobile, Captcha), (Widget, Blocked), (Portal, Answer.Status(503))));

        (await SignInAsync(garmin)).ShouldBe(new SignInOutcome.CaptchaRequired());
    }

    [Fact]
    public async Task The_order_is_that_of_the_options()
    {
        await using var garmin = await GarminHarness.StartAsync(
            Some.Garmin((Mobile, Blocked), (Widget, Blocked), (Portal, Blocked)), settings: [("LoginForms:0", "Portal"), ("LoginForms:1", "Mobile")]);

        await SignInAsync(garmin);

        Tried(garmin).ShouldBe([Portal, Mobile]);
    }

    [Fact]
    public async Task A_rate_limit_leads_to_one_more_form_when_the_option_says_so()
    {
        await using var garmin = await GarminHarness.StartAsync(
            Some.Garmin((Mobile, Answer.Status(429)), (Widget, Blocked)), settings: ("TryAnotherFormWhenLimited", "true"));

        (await SignInAsync(garmin)).ShouldBeOfType<SignInOutcome.RateLimited>();

        Tried(garmin).ShouldBe([Mobile, Widget]);
    }

    [Fact]
    public async Task The_one_more_form_may_succeed()
    {
        await using var garmin = await GarminHarness.StartAsync(
            Some.Garmin((Mobile, Answer.Status(429)), (Portal, Answer.Html(200)), ("/portal/api/login", Success)),
            settings: [("LoginForms:0", "Mobile"), ("LoginForms:1", "Portal"), ("TryAnotherFormWhenLimited", "true")]);

        (await SignInAsync(garmin)).ShouldBeOfType<SignInOutcome.SignedIn>();
    }

    [Fact]
    public async Task The_whole_login_ends_in_time()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Never(), settings: ("LoginTimeout", "00:00:01"));

        (await SignInAsync(garmin)).ShouldBeOfType<SignInOutcome.Unreachable>();

        Tried(garmin).ShouldBe([Mobile]);
    }

    private static RequestDelegate Success => Answer.Json("""{"serviceTicketId":"ST-1-A-cas","responseStatus":{"type":"SUCCESSFUL"}}""");

    private static RequestDelegate Type(string type) => Answer.Json($$$"""{"responseStatus":{"type":"{{{type}}}"}}""");

    private static Task<SignInOutcome> SignInAsync(GarminHarness garmin) =>
        garmin.SignIn.SignInAsync("athlete@example.com", "secret", TestContext.Current.CancellationToken);

    private static List<string> Tried(GarminHarness garmin) =>
        [.. garmin.Server.Requests.Select(request => request.Target.Split('?')[0]).Where(path => path.Split('/')[1] is "mobile" or "sso" or "portal")];
}
