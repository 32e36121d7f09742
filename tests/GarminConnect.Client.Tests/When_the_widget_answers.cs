using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_the_widget_answers
{
    private const string CodePath = "/sso/verifyMFA/loginEnterMfaCode";
    private const string SignInForm = """<title>GARMIN Authentication Application</title><input type="hidden" name="_csrf" value="ABC" />""";

    public static TheoryData<string, int, string, string> Pages => new()
    {
        { "a ticket", 200, """<title>Success</title><script>var response_url = "https:\/\/sso.garmin.com\/sso\/embed?ticket=ST-1-A-cas";</script>""", nameof(SignInOutcome.SignedIn) },
        { "a ticket before another parameter", 200, """<title>Success</title>"…?ticket=ST-1-A-cas&x=1" """, nameof(SignInOutcome.SignedIn) },
        { "success without a ticket", 200, "<title>Success</title>", nameof(SignInOutcome.Blocked) },
        { "a wrong password", 401, """<title>GARMIN Authentication Application</title><div id="status" class="error">Invalid sign in.</div>""", nameof(SignInOutcome.WrongCredentials) },
        { "a title that says so", 200, "<title>Invalid credentials</title>", nameof(SignInOutcome.WrongCredentials) },
        { "a locked account", 200, "<title>Account Locked</title>", nameof(SignInOutcome.AccountLocked) },
        { "a child's account", 200, "<title>Unable to sign in</title>", nameof(SignInOutcome.Blocked) },
        { "a form of another session", 403, """<title>GARMIN Authentication Application</title><div class="error">x</div>""", nameof(SignInOutcome.Blocked) },
        { "an outage with status 200", 200, "<title>502 Bad Gateway</title>", nameof(SignInOutcome.Unreachable) },
        { "an outage", 503, "", nameof(SignInOutcome.Unreachable) },
        { "a rate limit", 429, "<title>Access denied</title>", nameof(SignInOutcome.RateLimited) },
        { "a page that wants a code", 200, """<title>Enter MFA code for login</title><script>var mfaMethod = "email"; var codeSentTo = "a*@b";</script>""", nameof(SignInOutcome.MfaRequired) },
        { "its other face", 200, """<title>GARMIN Authentication Application</title><script>var mfaMethod = "email"; var codeSentTo = "a*@b";</script>""", nameof(SignInOutcome.MfaRequired) },
        { "nothing", 200, "", nameof(SignInOutcome.Blocked) },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_page_has_its_outcome(string what, int status, string html, string outcome)
    {
        what.ShouldNotBeEmpty();
        await using var garmin = await StartAsync(Answer.Html(status, html));

        (await SignInAsync(garmin)).GetType().Name.ShouldBe(outcome);
    }

    [Fact]
    public async Task It_is_sent_what_a_browser_sends()
    {
        await using var garmin = await StartAsync(Answer.Html(429, ""));

        await SignInAsync(garmin);

        var requests = garmin.Server.Requests;
        requests.Select(request => request.Method).ShouldBe(["GET", "GET", "POST"]);
        requests[0].Target.ShouldBe("/sso/embed?id=gauth-widget&embedWidget=true&gauthHost=https%3A%2F%2Fsso.garmin.com%2Fsso");
        requests[1].Target.ShouldBe(requests[2].Target);
        requests[1].Target.ShouldContain("&service=https%3A%2F%2Fsso.garmin.com%2Fsso%2Fembed&source=");
        requests[1].Headers["Referer"].ShouldEndWith(requests[0].Target);
        requests[2].Headers["Referer"].ShouldEndWith(requests[1].Target);
        requests[2].Headers["Content-Type"].ShouldBe("application/x-www-form-urlencoded");
        requests[2].Text.ShouldBe("username=athlete%40example.com&password=p%26w&embed=true&_csrf=ABC");
        requests.ShouldAllBe(request => request.Headers["User-Agent"].Contains("Windows NT") && request.Headers.ContainsKey("Sec-Fetch-Mode"));
        requests[2].Headers["Cookie"].ShouldBe("SESSION=abc");
    }

    [Fact]
    public async Task A_code_that_was_not_sent_is_asked_for()
    {
        await using var garmin = await StartAsync(Answer.Html(
            200, """<title>Enter MFA code for login</title><script>var customerGuid = "guid-1"; var mfaMethod = "email"; var locale = "de"; var clientId = ""; var codeSentTo = "";</script>"""));

        await SignInAsync(garmin);

        var asked = garmin.Server.Requests[^1];
        asked.Target.ShouldBe("/sso/verifyMFA/mfaCode?clientId=");
        asked.Text.ShouldBe("""{"customerGuid":"guid-1","mfaMethod":"email","locale":"de"}""");
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_not_followed()
    {
        await using var elsewhere = await ScriptedServer.StartAsync(Answer.Status(200));
        await using var garmin = await StartAsync(Answer.Status(302, ("Location", $"{elsewhere.Url}sso/login")));

        (await SignInAsync(garmin)).ShouldBeOfType<SignInOutcome.Blocked>();

        elsewhere.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Redirects_in_a_circle_come_to_an_end()
    {
        await using var garmin = await StartAsync(Answer.Status(302, ("Location", CodePath)), (CodePath, Answer.Status(302, ("Location", CodePath))));

        (await SignInAsync(garmin)).ShouldBeOfType<SignInOutcome.Blocked>();

        garmin.Server.Requests.Count.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task Its_form_is_sent_after_a_pause_as_of_somebody_who_types()
    {
        var clock = new ManualClock();
        await using var garmin = await GarminHarness.StartAsync(
            Widget(Answer.Html(429, "")), clock, ("LoginForms:0", "Widget"), ("WidgetPause", "00:00:04"), ("LoginTimeout", "00:01:00"));

        var signingIn = SignInAsync(garmin);
        await Eventually.Is(() => garmin.Server.Requests.Count == 2 && clock.WaitingTimers > 1);
        clock.Advance(TimeSpan.FromSeconds(3.9));
        garmin.Server.Requests.Count.ShouldBe(2);
        clock.Advance(TimeSpan.FromSeconds(4.1));

        (await signingIn).ShouldBeOfType<SignInOutcome.RateLimited>();
    }

    private static Task<SignInOutcome> SignInAsync(GarminHarness garmin) =>
        garmin.SignIn.SignInAsync("athlete@example.com", "p&w", TestContext.Current.CancellationToken);

    private static Task<GarminHarness> StartAsync(RequestDelegate answerToForm, params (string Path, RequestDelegate Answer)[] otherwise) =>
        GarminHarness.StartAsync(Widget(answerToForm, otherwise), settings: ("LoginForms:0", "Widget"));

    private static RequestDelegate Widget(RequestDelegate answerToForm, params (string Path, RequestDelegate Answer)[] otherwise) => Some.Garmin([
        .. otherwise,
        ("/sso/embed", Answer.Status(200, ("Set-Cookie", "SESSION=abc; Path=/"))),
        ("/sso/signin", context => context.Request.Method == HttpMethods.Get ? Answer.Html(200, SignInForm)(context) : answerToForm(context)),
        ("/sso/verifyMFA/mfaCode", Answer.Status(200))]);
}
