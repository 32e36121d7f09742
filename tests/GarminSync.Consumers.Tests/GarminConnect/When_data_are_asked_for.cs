using System.Net;
using GarminSync.Consumers.GarminConnect;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.GarminConnect;

public sealed class When_data_are_asked_for
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_sends_the_bearer_and_the_headers_of_the_app_and_no_cookies()
    {
        await using var garmin = await GarminHarness.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "SESSION=abc";
            return Answer.Json(Some.Profile)(context);
        });

        await garmin.Client.GetProfileAsync(GarminHarness.Session(), Token);
        await garmin.Client.GetProfileAsync(GarminHarness.Session(), Token);

        var request = garmin.Server.Requests[1];
        request.Target.ShouldBe("/userprofile-service/socialProfile");
        request.Headers["Authorization"].ShouldBe("Bearer access-1");
        request.Headers["Accept"].ShouldBe("application/json");
        request.Headers["User-Agent"].ShouldBe("GCM-Android-5.23");
        request.Headers["X-Garmin-Client-Platform"].ShouldBe("Android");
        request.Headers["Accept-Encoding"].ShouldContain("gzip");
        request.Headers.Keys.ShouldNotContain("Cookie");
    }

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
    public async Task A_second_401_means_that_the_account_must_be_linked_again()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Html(401));
        var session = GarminHarness.Session((refused, _) => Task.FromResult(refused with { AccessToken = "access-2" }));

        await Should.ThrowAsync<GarminSignInNeededException>(() => garmin.Client.GetProfileAsync(session, Token));

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

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_hiccup_is_tried_three_times_at_most(int status)
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Html(status));
        var session = GarminHarness.Session();

        var failure = await Should.ThrowAsync<GarminUnreachableException>(() => garmin.Client.GetProfileAsync(session, Token));

        failure.Message.ShouldBe($"Garmin Connect did not answer the profile: its server failed (HTTP {status}).");
        session.RequestsMade.ShouldBe(3);
    }

    [Fact]
    public async Task A_reset_connection_is_tried_again()
    {
        var tries = 0;
        await using var garmin = await GarminHarness.StartAsync(context => tries++ == 0 ? Answer.Reset()(context) : Answer.Json(Some.Profile)(context));

        (await garmin.Client.GetProfileAsync(GarminHarness.Session(), Token)).DisplayName.ShouldBe("runner01");
    }

    [Fact]
    public async Task Silence_is_tried_again_and_then_ends()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Never(), settings: ("RequestTimeout", "00:00:01"));

        var failure = await Should.ThrowAsync<GarminUnreachableException>(() => garmin.Client.GetProfileAsync(GarminHarness.Session(), Token));

        failure.Reason.ShouldBe("no answer in time");
        garmin.Server.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData(null, 1800)]
    public async Task A_rate_limit_is_never_tried_again(string? retryAfter, int seconds)
    {
        var clock = new ManualClock();
        var answer = retryAfter is null ? Answer.Status(429) : Answer.Status(429, ("Retry-After", retryAfter));
        await using var garmin = await GarminHarness.StartAsync(answer, clock);

        var failure = await Should.ThrowAsync<GarminRateLimitedException>(() => garmin.Client.GetProfileAsync(GarminHarness.Session(), Token));

        failure.Until.ShouldBe(clock.GetUtcNow().AddSeconds(seconds));
        garmin.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_not_followed()
    {
        await using var elsewhere = await ScriptedServer.StartAsync(Answer.Json(Some.Profile));
        await using var garmin = await GarminHarness.StartAsync(Answer.Status(307, ("Location", elsewhere.Url.ToString())));

        var failure = await Should.ThrowAsync<GarminRejectedException>(() => garmin.Client.GetProfileAsync(GarminHarness.Session(), Token));

        failure.Status.ShouldBe(HttpStatusCode.TemporaryRedirect);
        elsewhere.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    public async Task A_refusal_is_final(int status)
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json("""{"message":"secret detail"}""", status));

        var failure = await Should.ThrowAsync<GarminRejectedException>(() => garmin.Client.GetProfileAsync(GarminHarness.Session(), Token));

        failure.Message.ShouldBe($"Garmin Connect refused the profile (HTTP {status}).");
        garmin.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("{\"displayName\":")]
    [InlineData("")]
    public async Task An_answer_that_is_no_JSON_is_no_answer(string body)
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json(body));

        var failure = await Should.ThrowAsync<GarminUnreachableException>(() => garmin.Client.GetProfileAsync(GarminHarness.Session(), Token));

        failure.Reason.ShouldBe("its answer is not JSON");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"displayName\":null,\"profileId\":\"12\",\"more\":{}}")]
    public async Task A_profile_without_names_is_no_error(string body)
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json(body));

        (await garmin.Client.GetProfileAsync(GarminHarness.Session(), Token)).DisplayName.ShouldBeNull();
    }

    [Fact]
    public async Task One_account_has_no_more_calls_in_flight_than_allowed_and_does_not_hold_up_another()
    {
        using var gate = new SemaphoreSlim(0);
        await using var garmin = await GarminHarness.StartAsync(
            async context =>
            {
                if (context.Request.Headers.Authorization == "Bearer access-1")
                {
                    await gate.WaitAsync(context.RequestAborted);
                }

                await Answer.Json(Some.Profile)(context);
            },
            settings: ("ConcurrencyPerAccount", "2"));
        var session = GarminHarness.Session();
        var calls = Enumerable.Range(0, 5).Select(_ => garmin.Client.GetProfileAsync(session, Token)).ToList();
        await Eventually.Is(() => garmin.Server.Requests.Count == 2, cancellationToken: Token);

        await garmin.Client.GetProfileAsync(new GarminSession("another", Some.Tokens() with { AccessToken = "access-9" }, null!), Token);

        garmin.Server.Requests.Count.ShouldBe(3);
        gate.Release(5);
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task One_account_sends_no_more_requests_a_second_than_allowed()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json(Some.Profile), settings: ("RequestsPerSecond", "10"));
        var started = TimeProvider.System.GetTimestamp();

        for (var call = 0; call < 15; call++)
        {
            await garmin.Client.GetProfileAsync(GarminHarness.Session(), Token);
        }

        // Ten at once, then ten a second.
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(350));
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_told_so_and_not_that_Garmin_failed()
    {
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var garmin = await GarminHarness.StartAsync(async context =>
        {
            await impatient.CancelAsync();
            await Answer.Never()(context);
        });

        await Should.ThrowAsync<OperationCanceledException>(() => garmin.Client.GetProfileAsync(GarminHarness.Session(), impatient.Token));
    }
}
