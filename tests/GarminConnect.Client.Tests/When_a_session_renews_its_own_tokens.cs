using System.Collections.Concurrent;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_a_session_renews_its_own_tokens
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_that_are_refused_together_share_one_renewal()
    {
        await using var garmin = await GarminHarness.StartAsync(RefusingOldTokens());
        var saved = new ConcurrentQueue<GarminTokens>();
        var session = garmin.Tokens.OpenSession("account", Some.Tokens(), (tokens, _) =>
        {
            saved.Enqueue(tokens);
            return Task.CompletedTask;
        });

        await Task.WhenAll(garmin.Client.GetProfileAsync(session, Token), garmin.Client.GetProfileAsync(session, Token));

        saved.ShouldHaveSingleItem().RefreshToken.ShouldBe("refresh-2");
        garmin.Server.Requests.Count(IsRefresh).ShouldBe(1);
    }

    [Fact]
    public async Task New_tokens_are_saved_before_they_are_used()
    {
        await using var garmin = await GarminHarness.StartAsync(RefusingOldTokens());
        var usedBefore = -1;
        var session = garmin.Tokens.OpenSession("account", Some.Tokens(), (tokens, _) =>
        {
            usedBefore = garmin.Server.Requests.Count(request => request.Headers.GetValueOrDefault("Authorization") == "Bearer " + tokens.AccessToken);
            return Task.CompletedTask;
        });

        await garmin.Client.GetProfileAsync(session, Token);

        usedBefore.ShouldBe(0);
    }

    [Fact]
    public async Task Tokens_that_could_not_be_saved_are_saved_by_the_next_call()
    {
        await using var garmin = await GarminHarness.StartAsync(RefusingOldTokens());
        var tries = 0;
        var session = garmin.Tokens.OpenSession("account", Some.Tokens(), (_, _) => ++tries == 1 ? throw new IOException("The disk is full.") : Task.CompletedTask);

        await Should.ThrowAsync<IOException>(() => garmin.Client.GetProfileAsync(session, Token));
        await garmin.Client.GetProfileAsync(session, Token);

        tries.ShouldBe(2);
        garmin.Server.Requests.Count(IsRefresh).ShouldBe(1);
    }

    [Fact]
    public async Task A_refresh_token_that_is_used_up_wants_a_sign_in()
    {
        await using var garmin = await GarminHarness.StartAsync(
            Some.Garmin(("/userprofile-service", Answer.Html(401)), ("/di-oauth2-service", Answer.Json("""{"error":"invalid_grant"}""", 400))));
        var session = garmin.Tokens.OpenSession("account", Some.Tokens(), (_, _) => Task.CompletedTask);

        await Should.ThrowAsync<GarminSignInNeededException>(() => garmin.Client.GetProfileAsync(session, Token));
    }

    private static RequestDelegate RefusingOldTokens() => Some.Garmin(("/userprofile-service", context =>
        context.Request.Headers.Authorization == "Bearer access-1" ? Answer.Html(401)(context) : Answer.Json(Some.Profile)(context)));

    private static bool IsRefresh(ReceivedRequest request) => request.Target.Contains("oauth/token", StringComparison.Ordinal);
}
