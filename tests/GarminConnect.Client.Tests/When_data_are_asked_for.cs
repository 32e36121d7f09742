using System.Diagnostics;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_data_are_asked_for
{
    private static readonly HashSet<string> Tracing = new(StringComparer.OrdinalIgnoreCase) { "traceparent", "tracestate", "baggage", "Correlation-Context", "Request-Id" };

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
    public async Task It_does_not_tell_Garmin_which_trace_it_is_of()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        await using var garmin = await GarminHarness.StartAsync(Answer.Json(Some.Profile));
        using var ours = new Activity("a sync").AddBaggage("athlete", "42").Start();

        await garmin.Client.GetProfileAsync(GarminHarness.Session(), Token);

        garmin.Server.Requests.Single().Headers.Keys.ShouldNotContain(header => Tracing.Contains(header));
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

        (failure.Until, failure.IsGuess).ShouldBe((clock.GetUtcNow().AddSeconds(seconds), retryAfter is null));
        garmin.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_not_followed()
    {
        await using var elsewhere = await ScriptedServer.StartAsync(Answer.Json(Some.Profile));
        await using var garmin = await GarminHarness.StartAsync(Answer.Status(307, ("Location", elsewhere.Url.ToString())));

        var failure = await Should.ThrowAsync<GarminUnreachableException>(() => garmin.Client.GetProfileAsync(GarminHarness.Session(), Token));

        failure.Reason.ShouldContain("HTTP 307");
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
    [InlineData(403, "<html>Attention Required! | Cloudflare</html>")]
    [InlineData(403, "error code: 1020")]
    [InlineData(403, "")]
    [InlineData(404, "<html>Not Found</html>")]
    [InlineData(406, "<html></html>")]
    [InlineData(427, "")]
    public async Task A_refusal_that_is_not_Garmins_own_JSON_is_no_word_of_Garmins(int status, string body)
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Body(body, "text/html", status));
        var session = GarminHarness.Session();

        var failure = await Should.ThrowAsync<GarminUnreachableException>(() => garmin.Client.GetProfileAsync(session, Token));

        failure.Reason.ShouldBe($"something in front of its server answered with a page (HTTP {status})");
        (session.RequestsMade, session.AnswersReceived).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_page_without_measure_is_no_word_of_Garmins_either()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Html(404, new string(' ', 100_000)));

        await Should.ThrowAsync<GarminUnreachableException>(() => garmin.Client.GetProfileAsync(GarminHarness.Session(), Token));
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
