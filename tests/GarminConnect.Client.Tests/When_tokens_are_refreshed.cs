using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_tokens_are_refreshed
{
    private readonly ManualClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_new_ones_take_the_place_of_the_old_ones()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json(Some.TokenAnswer), _clock);

        var outcome = await garmin.Tokens.RefreshAsync(Some.Tokens(), Token);

        outcome.TokensOrThrow().ShouldBe(new GarminTokens("aaa.bbb.ccc", "refresh-2", "CLIENT_1", _clock.GetUtcNow().AddSeconds(97344)));
        garmin.Server.Requests.Single().Text.ShouldBe("grant_type=refresh_token&client_id=CLIENT_1&refresh_token=refresh-1");
        garmin.Server.Requests.Single().Headers["Authorization"].ShouldBe("Basic " + Convert.ToBase64String("CLIENT_1:"u8));
    }

    [Fact]
    public async Task The_refresh_token_stays_when_no_new_one_comes()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json("""{"access_token":"aaa.bbb.ccc","refresh_token":null,"expires_in":"3600"}"""));

        var outcome = await garmin.Tokens.RefreshAsync(Some.Tokens(), Token);

        outcome.TokensOrThrow().RefreshToken.ShouldBe("refresh-1");
    }

    [Fact]
    public async Task The_client_id_inside_the_token_is_the_one_for_the_next_refresh()
    {
        var token = Some.Jwt("""{"client_id":"CLIENT_2","exp":1}""");
        await using var garmin = await GarminHarness.StartAsync(Answer.Json($$"""{"access_token":"{{token}}"}"""), _clock);

        var outcome = await garmin.Tokens.RefreshAsync(Some.Tokens(), Token);

        outcome.TokensOrThrow().ClientId.ShouldBe("CLIENT_2");
        outcome.TokensOrThrow().AccessTokenExpiresAt.ShouldBe(_clock.GetUtcNow().AddHours(1), "an expiry in the past is not believed");
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_grant","error_description":"x"}""", nameof(RefreshOutcome.SignInNeeded))]
    [InlineData(401, """{"error":"invalid_grant"}""", nameof(RefreshOutcome.SignInNeeded))]
    [InlineData(400, """{"error":"invalid_client"}""", nameof(RefreshOutcome.Unreachable))]
    [InlineData(400, "", nameof(RefreshOutcome.Unreachable))]
    [InlineData(401, "", nameof(RefreshOutcome.Unreachable))]
    [InlineData(401, "<html></html>", nameof(RefreshOutcome.Unreachable))]
    [InlineData(403, "<html></html>", nameof(RefreshOutcome.Unreachable))]
    [InlineData(403, """{"error":"invalid_grant"}""", nameof(RefreshOutcome.Unreachable))]
    [InlineData(429, "", nameof(RefreshOutcome.RateLimited))]
    [InlineData(500, "", nameof(RefreshOutcome.Unreachable))]
    [InlineData(503, "<html></html>", nameof(RefreshOutcome.Unreachable))]
    [InlineData(302, "", nameof(RefreshOutcome.Unreachable))]
    [InlineData(200, "<html></html>", nameof(RefreshOutcome.Unreachable))]
    [InlineData(200, "{}", nameof(RefreshOutcome.Unreachable))]
    [InlineData(200, """{"access_token":"two\r\nlines"}""", nameof(RefreshOutcome.Unreachable))]
    public async Task Each_answer_has_its_outcome_after_one_request(int status, string body, string outcome)
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Body(body, "text/plain", status));

        var actual = await garmin.Tokens.RefreshAsync(Some.Tokens(), Token);

        actual.GetType().Name.ShouldBe(outcome);
        garmin.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_broken_connection_leaves_the_old_ones_standing()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Reset());

        var outcome = await garmin.Tokens.RefreshAsync(Some.Tokens(), Token);

        outcome.ShouldBeOfType<RefreshOutcome.Unreachable>();
        garmin.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void They_do_not_show_in_texts()
    {
        var tokens = Some.Tokens();
        var texts = $"{tokens} {new RefreshOutcome.Refreshed(tokens)} {new SignInOutcome.SignedIn(tokens, null)}";

        texts.ShouldNotContain(tokens.AccessToken);
        texts.ShouldNotContain(tokens.RefreshToken);
    }
}
