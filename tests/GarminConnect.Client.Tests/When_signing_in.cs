using System.Text.Json;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_signing_in
{
    private const string Mfa = """
        {"serviceURL":null,"serviceTicketId":null,"responseStatus":{"type":"MFA_REQUIRED","message":"","httpStatus":"OK"},
         "customerMfaInfo":{"email":"us*****@example.com","phoneNumber":null,"mfaLastMethodUsed":"email","defaultMfaMethod":null}}
        """;

    private static readonly (string Name, string Value) MobileOnly = ("LoginForms:0", "Mobile");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string, string> Answers => new()
    {
        { "wrong password", 401, Status("INVALID_USERNAME_PASSWORD"), nameof(SignInOutcome.WrongCredentials) },
        { "wrong password with status 200", 200, Status("INVALID_USERNAME_PASSWORD"), nameof(SignInOutcome.WrongCredentials) },
        { "MFA", 200, Mfa, nameof(SignInOutcome.MfaRequired) },
        { "CAPTCHA", 200, Status("CAPTCHA_REQUIRED"), nameof(SignInOutcome.CaptchaRequired) },
        { "older CAPTCHA", 400, "<error>InvalidReCaptchaException: token is null/empty</error>", nameof(SignInOutcome.CaptchaRequired) },
        { "locked", 200, Status("ACCOUNT_LOCKED"), nameof(SignInOutcome.AccountLocked) },
        { "rate limit page", 429, "<html>Access denied, error 1015</html>", nameof(SignInOutcome.RateLimited) },
        { "empty rate limit", 429, "", nameof(SignInOutcome.RateLimited) },
        { "rate limit in a 200", 200, """{"error":{"status-code":"429"}}""", nameof(SignInOutcome.RateLimited) },
        { "rate limit in a 200, as a number", 200, """{"error":{"status-code":429}}""", nameof(SignInOutcome.RateLimited) },
        { "bot challenge", 403, "<html>Just a moment...</html>", nameof(SignInOutcome.Blocked) },
        { "bot block", 403, "error code: 1020", nameof(SignInOutcome.Blocked) },
        { "427", 427, "", nameof(SignInOutcome.Blocked) },
        { "a page instead of JSON", 200, "<html></html>", nameof(SignInOutcome.Blocked) },
        { "a 401 that is no JSON", 401, "<html></html>", nameof(SignInOutcome.Blocked) },
        { "an unknown type", 200, Status("SOMETHING_NEW"), nameof(SignInOutcome.Blocked) },
        { "success without ticket", 200, Status("SUCCESSFUL"), nameof(SignInOutcome.Blocked) },
        { "null", 200, "null", nameof(SignInOutcome.Blocked) },
        { "a list", 200, "[]", nameof(SignInOutcome.Blocked) },
        { "members of other types", 200, """{"responseStatus":"no","serviceTicketId":[]}""", nameof(SignInOutcome.Blocked) },
        { "a redirect", 302, "", nameof(SignInOutcome.Blocked) },
        { "an outage", 502, "<html>Bad gateway</html>", nameof(SignInOutcome.Unreachable) },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Each_answer_has_its_outcome_after_one_request(string what, int status, string body, string outcome)
    {
        what.ShouldNotBeEmpty();
        await using var garmin = await GarminHarness.StartAsync(Answer.Body(body, "text/plain", status), settings: MobileOnly);

        var actual = await garmin.SignIn.SignInAsync("athlete@example.com", "secret", Token);

        actual.GetType().Name.ShouldBe(outcome);
        garmin.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_success_gives_tokens_and_the_profile()
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin());

        var outcome = await garmin.SignIn.SignInAsync("athlete@example.com", "secret", Token);

        var signedIn = outcome.ShouldBeOfType<SignInOutcome.SignedIn>();
        signedIn.Tokens.AccessToken.ShouldBe("aaa.bbb.ccc");
        signedIn.Profile.ShouldBe(new GarminProfile("runner01", 2000002, "Test Runner", "runner01"));
    }

    [Fact]
    public async Task A_ticket_that_Garmin_does_not_take_back_is_no_wrong_password()
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin(("/di-oauth2-service/oauth/token", Answer.Json("""{"error":"invalid_grant"}""", 400))));

        (await garmin.SignIn.SignInAsync("athlete@example.com", "secret", Token)).ShouldBeOfType<SignInOutcome.Blocked>();

        PasswordsSent(garmin).ShouldBe(1);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(503)]
    public async Task A_token_server_that_is_away_is_no_reason_to_send_the_password_in_another_form(int status)
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin(("/di-oauth2-service/oauth/token", Answer.Html(status))));

        (await garmin.SignIn.SignInAsync("athlete@example.com", "secret", Token)).ShouldBeOfType<SignInOutcome.Unreachable>();

        PasswordsSent(garmin).ShouldBe(1);
        garmin.Server.Requests.Count(request => request.Target.StartsWith("/di-oauth2-service", StringComparison.Ordinal)).ShouldBe(1, "the ticket may be used up");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(502)]
    public async Task Without_a_person_one_form_is_tried_and_no_other(int status)
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Html(status));

        await garmin.SignIn.SignInUnattendedAsync("athlete@example.com", "secret", Token);

        garmin.Server.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(403, false)]
    [InlineData(429, false)]
    [InlineData(503, false)]
    public async Task Whether_it_is_open_is_asked_without_a_name(int status, bool isOpen)
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Html(status));

        (await garmin.SignIn.IsOpenAsync(Token)).ShouldBe(isOpen);

        var request = garmin.Server.Requests.ShouldHaveSingleItem();
        (request.Method, request.Target.Split('?')[0]).ShouldBe(("GET", "/sso/embed"));
    }

    [Fact]
    public async Task It_sends_what_the_mobile_app_sends()
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin());

        await garmin.SignIn.SignInAsync("athlete@example.com", "p\"ß", Token);

        var request = garmin.Server.Requests[0];
        request.Target.ShouldBe(
            "/mobile/api/login?clientId=GCM_IOS_DARK&locale=en-US&service=https%3A%2F%2Fmobile.integration.garmin.com%2Fgcm%2Fios");
        request.Headers["User-Agent"].ShouldStartWith("Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X)");
        request.Headers["Accept"].ShouldBe("application/json, text/plain, */*");
        request.Headers["Content-Type"].ShouldBe("application/json");
        request.Headers["Origin"].ShouldBe(garmin.Server.Url.ToString().TrimEnd('/'));
        request.Headers.Keys.ShouldNotContain("Referer");
        request.Headers.Keys.ShouldNotContain("Cookie");
        var body = JsonDocument.Parse(request.Body).RootElement;
        body.GetProperty("username").GetString().ShouldBe("athlete@example.com");
        body.GetProperty("password").GetString().ShouldBe("p\"ß");
        body.GetProperty("rememberMe").GetBoolean().ShouldBeTrue();
        body.GetProperty("captchaToken").GetString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("60", 60)]
    [InlineData(null, 3600)]
    [InlineData("0", 3600)]
    [InlineData("soon", 3600)]
    [InlineData("99999999", 86400)]
    public async Task A_rate_limit_lasts_as_long_as_Garmin_says_or_an_hour(string? retryAfter, int seconds)
    {
        var clock = new ManualClock();
        var answer = retryAfter is null ? Answer.Status(429) : Answer.Status(429, ("Retry-After", retryAfter));
        await using var garmin = await GarminHarness.StartAsync(answer, clock);

        var outcome = await garmin.SignIn.SignInAsync("athlete@example.com", "secret", Token);

        outcome.ShouldBe(new SignInOutcome.RateLimited(clock.GetUtcNow().AddSeconds(seconds)));
    }

    [Fact]
    public async Task MFA_keeps_all_that_is_needed_to_go_on_in_another_process()
    {
        await using var garmin = await GarminHarness.StartAsync(context =>
        {
            context.Response.Headers.Append("Set-Cookie", "SESSION=abc; Path=/; HttpOnly");
            context.Response.Headers.Append("Set-Cookie", "__cflb=def; Path=/mobile; Expires=Wed, 01 Jan 2098 00:00:00 GMT");
            context.Response.Headers.Append("Set-Cookie", "foreign=ghi; Domain=example.org");
            return Answer.Json(Mfa)(context);
        });

        var outcome = await garmin.SignIn.SignInAsync("athlete@example.com", "secret", Token);

        var pending = JsonSerializer.Deserialize<PendingMfa>(JsonSerializer.Serialize(outcome.ShouldBeOfType<SignInOutcome.MfaRequired>().Pending))!;
        pending.Form.ShouldBe(SignInForm.Mobile);
        pending.ServiceUrl.ShouldBe("https://mobile.integration.garmin.com/gcm/ios");
        pending.Method.ShouldBe("email");
        pending.SentTo.ShouldBe("us*****@example.com");
        pending.Cookies.ShouldBe(
            [new SignInCookie("SESSION", "abc", "127.0.0.1", "/"), new SignInCookie("__cflb", "def", "127.0.0.1", "/mobile")], ignoreOrder: true);
        outcome.ToString().ShouldNotContain("abc");
    }

    [Fact]
    public async Task MFA_without_any_details_is_by_email()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json(Status("MFA_REQUIRED")));

        var outcome = await garmin.SignIn.SignInAsync("athlete@example.com", "secret", Token);

        outcome.ShouldBeOfType<SignInOutcome.MfaRequired>().Pending.Method.ShouldBe("email");
    }

    [Fact]
    public async Task A_connection_that_breaks_is_not_tried_again()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Reset(), settings: MobileOnly);

        var outcome = await garmin.SignIn.SignInAsync("athlete@example.com", "secret", Token);

        outcome.ShouldBeOfType<SignInOutcome.Unreachable>().Reason.ShouldBe("the connection broke");
        garmin.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Silence_ends_after_the_time_limit()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Never(), settings: [MobileOnly, ("SignInTimeout", "00:00:01")]);

        var outcome = await garmin.SignIn.SignInAsync("athlete@example.com", "secret", Token);

        outcome.ShouldBeOfType<SignInOutcome.Unreachable>().Reason.ShouldContain("in time");
    }

    [Fact]
    public async Task An_endless_answer_is_cut_short()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json(new string(' ', 2 * 1024 * 1024)), settings: MobileOnly);

        var outcome = await garmin.SignIn.SignInAsync("athlete@example.com", "secret", Token);

        outcome.ShouldBeOfType<SignInOutcome.Unreachable>().Reason.ShouldBe("its answer was too large");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Tokens_that_the_data_server_refuses_are_a_block(int status)
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin(("/userprofile-service", Answer.Json("""{"message":"x"}""", status))), settings: MobileOnly);

        var outcome = await garmin.SignIn.SignInAsync("athlete@example.com", "secret", Token);

        outcome.ShouldBeOfType<SignInOutcome.Blocked>();
    }

    [Theory]
    [InlineData(429)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Tokens_are_kept_when_the_profile_cannot_be_read_just_now(int status)
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin(("/userprofile-service", Answer.Html(status))));

        var outcome = await garmin.SignIn.SignInAsync("athlete@example.com", "secret", Token);

        outcome.ShouldBeOfType<SignInOutcome.SignedIn>().Profile.ShouldBeNull();
    }

    private static int PasswordsSent(GarminHarness garmin) =>
        garmin.Server.Requests.Count(request => request.Method == "POST" && !request.Target.StartsWith("/di-oauth2-service", StringComparison.Ordinal));

    private static string Status(string type) =>
        $$$"""{"serviceURL":null,"serviceTicketId":null,"responseStatus":{"type":"{{{type}}}","message":"x","httpStatus":"OK"},"customerMfaInfo":null}""";
}
