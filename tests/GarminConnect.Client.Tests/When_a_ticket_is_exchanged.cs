using System.Text;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_a_ticket_is_exchanged
{
    private const string TokenPath = "/di-oauth2-service/oauth/token";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_service_of_the_Android_app_is_of_the_domain_of_the_account() =>
        GarminServices.Of("garmin.cn").Android.ShouldBe("https://mobile.integration.garmin.cn/gcm/android");

    [Fact]
    public async Task It_is_offered_with_each_client_id_in_order_until_one_is_accepted()
    {
        var tries = 0;
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin((TokenPath, context => tries++ switch
        {
            0 => Answer.Json("""{"error":"invalid_client"}""", 400)(context),
            1 => Answer.Json("""{"error":"unauthorized_client"}""", 401)(context),
            _ => Answer.Json(Some.TokenAnswer)(context),
        })));

        var outcome = await garmin.Tickets.RedeemAsync("ST-1-A-sso", "https://mobile.integration.garmin.com/gcm/android", Token);

        outcome.ShouldBeOfType<SignInOutcome.SignedIn>().Tokens.ClientId.ShouldBe("GARMIN_CONNECT_MOBILE_ANDROID_DI");
        ClientIds(garmin.Server).ShouldBe(
            ["GARMIN_CONNECT_MOBILE_ANDROID_DI_2025Q2", "GARMIN_CONNECT_MOBILE_ANDROID_DI_2024Q4", "GARMIN_CONNECT_MOBILE_ANDROID_DI"]);
    }

    [Fact]
    public async Task It_sends_what_the_app_sends()
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin(), settings: ("ClientIds:0", "MINE"));

        await garmin.Tickets.RedeemAsync("ST-1-A-sso", "https://sso.garmin.com/sso/embed", Token);

        var request = garmin.Server.Requests[0];
        request.Text.ShouldBe(
            "client_id=MINE&service_ticket=ST-1-A-sso&grant_type=https%3A%2F%2Fconnectapi.garmin.com%2Fdi-oauth2-service%2Foauth%2Fgrant%2Fservice_ticket"
            + "&service_url=https%3A%2F%2Fsso.garmin.com%2Fsso%2Fembed");
        request.Headers["Authorization"].ShouldBe("Basic " + Convert.ToBase64String("MINE:"u8));
        request.Headers["Content-Type"].ShouldBe("application/x-www-form-urlencoded");
        request.Headers["Accept"].ShouldBe("application/json,text/html;q=0.9,*/*;q=0.8");
        request.Headers["Cache-Control"].ShouldBe("no-cache");
        request.Headers["User-Agent"].ShouldBe("GCM-Android-5.23");
        request.Headers["X-App-Ver"].ShouldBe("10861");
    }

    [Fact]
    public async Task A_rate_limit_ends_it_at_the_first_client_id()
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin((TokenPath, Answer.Status(429))));

        var outcome = await garmin.Tickets.RedeemAsync("ST-1-A-sso", "https://sso.garmin.com/sso/embed", Token);

        outcome.ShouldBeOfType<SignInOutcome.RateLimited>();
        garmin.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_ticket_that_no_client_id_can_use_is_refused()
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin((TokenPath, Answer.Json("""{"error":"invalid_grant"}""", 400))));

        var outcome = await garmin.Tickets.RedeemAsync("ST-1-A-sso", "https://sso.garmin.com/sso/embed", Token);

        outcome.ShouldBeOfType<SignInOutcome.TicketRefused>().ToString().ShouldNotContain("ST-1");
        garmin.Server.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_broken_connection_ends_it_because_the_ticket_may_be_used_up()
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin((TokenPath, Answer.Reset())));

        var outcome = await garmin.Tickets.RedeemAsync("ST-1-A-sso", "https://sso.garmin.com/sso/embed", Token);

        outcome.ShouldBeOfType<SignInOutcome.Unreachable>();
        garmin.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_failing_token_server_is_out_of_reach()
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin((TokenPath, Answer.Html(503))));

        var outcome = await garmin.Tickets.RedeemAsync("ST-1-A-sso", "https://sso.garmin.com/sso/embed", Token);

        outcome.ShouldBeOfType<SignInOutcome.Unreachable>();
    }

    private static IEnumerable<string> ClientIds(ScriptedServer server) => server.Requests
        .Where(request => request.Target == TokenPath)
        .Select(request => Encoding.UTF8.GetString(Convert.FromBase64String(request.Headers["Authorization"]["Basic ".Length..])).TrimEnd(':'));
}
