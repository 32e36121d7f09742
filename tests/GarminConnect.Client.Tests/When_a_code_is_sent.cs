using System.Text.Json;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_a_code_is_sent
{
    private const string Verify = "/mobile/api/mfa/verifyCode";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string, string> Answers => new()
    {
        { "a wrong code", 401, """{"responseStatus":{"type":"INVALID_MFA_CODE"}}""", nameof(SignInOutcome.WrongCode) },
        { "an unknown refusal", 200, """{"responseStatus":{"type":"SOMETHING_NEW"}}""", nameof(SignInOutcome.WrongCode) },
        { "a locked account", 200, """{"responseStatus":{"type":"ACCOUNT_LOCKED"}}""", nameof(SignInOutcome.AccountLocked) },
        { "a rate limit", 429, "", nameof(SignInOutcome.RateLimited) },
        { "bot protection", 403, "error code: 1020", nameof(SignInOutcome.Blocked) },
        { "an outage", 503, "", nameof(SignInOutcome.Unreachable) },
        { "a ticket", 200, """{"serviceTicketId":"ST-1-A-sso","responseStatus":{"type":"SUCCESSFUL"}}""", nameof(SignInOutcome.SignedIn) },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Each_answer_has_its_outcome(string what, int status, string body, string outcome)
    {
        what.ShouldNotBeEmpty();
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin((Verify, Answer.Body(body, "text/plain", status))));

        (await garmin.SignIn.SubmitCodeAsync(Pending(garmin), "123456", Token)).GetType().Name.ShouldBe(outcome);
    }

    [Fact]
    public async Task It_goes_with_the_session_of_the_login()
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin((Verify, Answer.Status(429))));

        await garmin.SignIn.SubmitCodeAsync(Pending(garmin), "123456", Token);

        var request = garmin.Server.Requests.ShouldHaveSingleItem();
        request.Target.ShouldBe(Verify + "?clientId=GCM_IOS_DARK&locale=en-US&service=https%3A%2F%2Fmobile.integration.garmin.com%2Fgcm%2Fios");
        request.Headers["User-Agent"].ShouldContain("iPhone");
        request.Headers["Cookie"].ShouldBe("SESSION=abc");
        JsonDocument.Parse(request.Body).RootElement.ToString().ShouldBe(
            """{"mfaMethod":"email","mfaVerificationCode":"123456","rememberMyBrowser":true,"reconsentList":[],"mfaSetup":false}""");
    }

    [Fact]
    public async Task The_recorded_login_with_a_code_succeeds()
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin(
            ("/mobile/api/login", new Recording("login-command-1").Replay()), (Verify, new Recording("login-command-2").Replay())));

        var begun = (await garmin.SignIn.SignInAsync("athlete@example.com", "secret", Token)).ShouldBeOfType<SignInOutcome.MfaRequired>();
        begun.Pending.SentTo.ShouldBe("at*****@example.com");

        (await garmin.SignIn.SubmitCodeAsync(begun.Pending, "228798", Token)).ShouldBeOfType<SignInOutcome.SignedIn>();
    }

    private static PendingMfa Pending(GarminHarness garmin) => new(
        SignInForm.Mobile, "https://mobile.integration.garmin.com/gcm/ios", "email", null, [new SignInCookie("SESSION", "abc", garmin.Server.Url.Host, "/")]);
}
