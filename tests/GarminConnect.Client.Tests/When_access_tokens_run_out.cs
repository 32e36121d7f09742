using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_access_tokens_run_out
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_401_is_answered_by_one_renewal_and_one_repeat()
    {
        await using var garmin = await GarminHarness.StartAsync(context =>
            context.Request.Headers.Authorization == "Bearer access-2" ? Answer.Json(Some.Profile)(context) : Answer.Html(401)(context));
        var session = GarminHarness.Session((refused, _) => Task.FromResult(refused with { AccessToken = "access-2" }));

        await garmin.Client.GetProfileAsync(session, Token);
        await garmin.Client.GetProfileAsync(session, Token);

        session.Tokens.AccessToken.ShouldBe("access-2");
        session.RequestsMade.ShouldBe(3);
    }

    [Fact]
    public async Task A_second_401_asks_nobody_to_sign_in_because_the_token_server_has_just_given_tokens()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Html(401));
        var session = GarminHarness.Session((refused, _) => Task.FromResult(refused with { AccessToken = "access-2" }));

        await Should.ThrowAsync<GarminUnreachableException>(() => garmin.Client.GetProfileAsync(session, Token));

        garmin.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Tokens_about_to_expire_are_renewed_ahead_and_only_once_a_session()
    {
        var renewals = 0;
        await using var garmin = await GarminHarness.StartAsync(Answer.Json(Some.Profile));
        var session = GarminHarness.Session(
            (refused, _) => Task.FromResult(refused with { AccessToken = $"access-{++renewals + 1}" }), Some.Tokens(TimeSpan.FromMinutes(14)));

        await garmin.Client.GetProfileAsync(session, Token);
        await garmin.Client.GetProfileAsync(session, Token);

        garmin.Server.Requests.Select(request => request.Headers["Authorization"]).ShouldBe(["Bearer access-2", "Bearer access-2"]);
        renewals.ShouldBe(1);
    }

    [Fact]
    public async Task Tokens_that_still_live_serve_when_the_renewal_ahead_fails()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json(Some.Profile));
        var session = GarminHarness.Session((_, _) => throw new GarminUnreachableException("the refresh", "down"), Some.Tokens(TimeSpan.FromMinutes(5)));

        (await garmin.Client.GetProfileAsync(session, Token)).DisplayName.ShouldBe("runner01");
    }
}
