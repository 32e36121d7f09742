using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

/// <summary>To another host, that is: password, ticket and tokens stay with Garmin's, whichever server says otherwise.</summary>
public sealed class When_Garmin_redirects
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Mobile", 301)]
    [InlineData("Mobile", 307)]
    [InlineData("Portal", 302)]
    [InlineData("Portal", 308)]
    [InlineData("Widget", 303)]
    [InlineData("Widget", 307)]
    public async Task No_password_follows(string form, int status)
    {
        await using var elsewhere = await ScriptedServer.StartAsync(Answer.Json("{}"));
        await using var garmin = await GarminHarness.StartAsync(Answer.Status(status, ("Location", $"{elsewhere.Url}steal")), settings: [("LoginForms:0", form)]);

        (await garmin.SignIn.SignInAsync("athlete@example.com", "pw", Token)).ShouldBeOfType<SignInOutcome.Blocked>();

        elsewhere.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("//{0}/steal")]
    [InlineData("http://{0}/steal")]
    [InlineData("http://garmin.com@{0}/steal")]
    public async Task No_code_follows(string location)
    {
        await using var elsewhere = await ScriptedServer.StartAsync(Answer.Json("{}"));
        await using var garmin = await GarminHarness.StartAsync(Answer.Status(307, ("Location", string.Format(null, location, elsewhere.Url.Authority))));
        foreach (var form in new[] { SignInForm.Mobile, SignInForm.Widget, SignInForm.Portal })
        {
            var pending = new PendingMfa(form, "https://sso.garmin.com/sso/embed", "email", null, [new SignInCookie("SESSION", "abc", garmin.Server.Url.Host, "/")], "csrf");

            (await garmin.SignIn.SubmitCodeAsync(pending, "123456", Token)).ShouldBeOfType<SignInOutcome.Blocked>();
        }

        elsewhere.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task Neither_ticket_nor_refresh_token_follows(int status)
    {
        await using var elsewhere = await ScriptedServer.StartAsync(Answer.Json(Some.TokenAnswer));
        await using var garmin = await GarminHarness.StartAsync(Answer.Status(status, ("Location", $"{elsewhere.Url}oauth/token")));

        (await garmin.Tokens.ExchangeAsync("ST-1-A-sso", "https://mobile.integration.garmin.com/gcm/ios", Token)).ShouldBeOfType<TicketOutcome.Unreachable>();
        (await garmin.Tokens.RefreshAsync(Some.Tokens(), Token)).ShouldBeOfType<RefreshOutcome.Unreachable>();

        elsewhere.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_bearer_follows_to_where_a_file_is_said_to_be()
    {
        await using var elsewhere = await ScriptedServer.StartAsync(Answer.Bytes(Some.Zip(("5.fit", Some.Fit))));
        await using var garmin = await GarminHarness.StartAsync(Answer.Status(302, ("Location", $"{elsewhere.Url}5.zip")));

        await Should.ThrowAsync<GarminUnreachableException>(() => garmin.DownloadAsync());

        elsewhere.Requests.ShouldBeEmpty();
    }
}
