using System.Net;
using CentralDb.Client;
using GarminConnect.Client;
using GarminConnect.Client.Tests;
using GarminSync.Bus.Secrets;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Sync;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

using Answer = GarminSync.Testing.Answer;

/// <summary>Each failure is met by work of account 7, and judged by what else Garmin answers.</summary>
public sealed class When_trouble_is_judged
{
    private static readonly RequestDelegate OwnRefusal = Answer.Json("""{"message":"HTTP 403 Forbidden","error":"ForbiddenException"}""", 403);

    private readonly ShiftedClock _clock = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string> OneCallFails => new()
    {
        { "its server fails", 500, "{}" },
        { "a page of JudgedWork.Cloudflare", 403, "<html>Attention Required! | JudgedWork.Cloudflare</html>" },
        { "a page that says not found", 404, "<html></html>" },
        { "Garmin gives up on rendering", 408, "" },
    };

    [Theory]
    [MemberData(nameof(OneCallFails))]
    public async Task One_call_that_fails_while_Garmin_answers_another_is_the_item_s_trouble(string what, int status, string body)
    {
        await using var host = await StartAsync(Some.Garmin((JudgedWork.Broken, Answer.Body(body, "text/html", status))));

        var met = await host.AskAsync();

        (met!.Action, met.IsOutage).ShouldBe((TroubleAction.TryAgain, false), what);
        host.Outages().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(403, "<html>Attention Required! | JudgedWork.Cloudflare</html>")]
    [InlineData(503, "")]
    public async Task When_Garmin_answers_nothing_it_is_everybodys(int status, string body)
    {
        await using var host = await StartAsync(Answer.Body(body, "text/html", status));

        var met = await host.AskAsync();

        (met!.Action, met.IsOutage).ShouldBe((TroubleAction.Wait, true));
        host.Outages().ShouldHaveSingleItem().Service.ShouldBe(Outage.Garmin);
    }

    [Fact]
    public async Task When_Garmin_itself_refuses_an_account_everything_that_account_waits_and_no_other()
    {
        await using var host = await StartAsync(OwnRefusal);

        var met = await host.AskAsync();

        (met!.Action, met.IsOutage).ShouldBe((TroubleAction.Wait, true));
        host.Outages().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_stops_the_question_is_judged_too()
    {
        // The profile needs new tokens, and these cannot be stored.
        await using var host = await StartAsync(Some.Garmin((JudgedWork.Broken, Answer.Status(500)), (JudgedWork.Profile, Answer.Status(401))));
        var stored = host.StoredCredentials("7")!;
        host.CentralDb.AnswerWith(context => (context.Request.Method == HttpMethods.Get ? Answer.Json(stored) : Answer.Status(503))(context));

        var met = await host.AskAsync();

        (met!.Action, met.IsOutage).ShouldBe((TroubleAction.Wait, true));
        host.Outages().ShouldHaveSingleItem().Service.ShouldBe(Outage.CentralDb);
    }

    [Fact]
    public async Task Tokens_that_are_refused_though_they_are_new_stop_that_account_alone_and_are_renewed_once()
    {
        await using var host = await StartAsync(Some.Garmin((JudgedWork.Broken, Answer.Status(401)), (JudgedWork.Profile, Answer.Status(401))));

        var met = await host.AskAsync();

        (met!.Action, met.IsOutage).ShouldBe((TroubleAction.Wait, true));
        host.Outages().ShouldBeEmpty();
        host.Garmin.Requests.Count(request => request.Target.StartsWith("/di-oauth2-service", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(400, "<html>Request Header Or Cookie Too Large</html>")]
    [InlineData(400, "")]
    public async Task A_refusal_of_everything_is_no_items(int status, string body)
    {
        await using var host = await StartAsync(Answer.Body(body, "text/html", status));

        (await host.AskAsync())!.IsOutage.ShouldBeTrue();
    }

    [Fact]
    public async Task A_profile_that_is_said_not_to_be_there_is_no_sign_of_Garmin()
    {
        await using var host = await StartAsync(Some.Garmin((JudgedWork.Broken, Answer.Status(503)), (JudgedWork.Profile, Answer.Status(404))));

        (await host.AskAsync())!.IsOutage.ShouldBeTrue();
    }

    [Fact]
    public async Task What_only_one_account_meets_while_another_is_answered_stops_that_one_alone()
    {
        await using var host = await StartAsync(context => (context.Request.Headers.Authorization == "Bearer access-1" ? JudgedWork.Cloudflare : Some.Garmin((JudgedWork.Broken, Answer.Json("{}"))))(context));
        await host.LinkAsync("8", new LinkedCredentials("another@example.com", null, Some.Tokens() with { AccessToken = "access-8" }));

        var met = await host.InScopeAsync(services => services.GetRequiredService<WorkAttempts>().Of("7").RunAsync(
            async session =>
            {
                (await host.AskAsync("8")).ShouldBeNull();
                return await JudgedWork.FindAsync(services, session);
            },
            Token));

        met!.IsOutage.ShouldBeTrue();
        host.Outages().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_of_Garmins_own_is_final_for_the_item_alone()
    {
        await using var host = await StartAsync(Some.Garmin((JudgedWork.Broken, OwnRefusal)));

        var met = await host.AskAsync();

        (met!.Action, met.Reason).ShouldBe((TroubleAction.GiveUp, "Garmin Connect refused activity 5 (HTTP 403)."));
    }

    [Fact]
    public async Task A_token_server_that_is_away_stops_the_accounts_that_need_it_and_no_other()
    {
        await using var host = await StartAsync(Some.Garmin((JudgedWork.Broken, Answer.Status(401)), ("/di-oauth2-service", JudgedWork.Cloudflare)));

        var met = await host.AskAsync();

        (met!.Action, met.IsOutage).ShouldBe((TroubleAction.Wait, true));
        host.Outages().ShouldBeEmpty();
        host.Garmin.Requests.ShouldNotContain(request => request.Target.StartsWith(JudgedWork.Profile, StringComparison.Ordinal), "it would only ask for tokens again");
    }

    public static TheoryData<Exception, bool> NobodysFault => new()
    {
        { new CentralDbUnreachableException("the upload", "HTTP 503"), true },
        { new CentralDbRejectedException("the upload", HttpStatusCode.Unauthorized, null), true },
        { new CentralDbRejectedException("the upload", HttpStatusCode.Forbidden, null), true },
        { new UnsealException("the key is not here"), false },
        { new IOException("No space left on device"), false },
        { new UnauthorizedAccessException("Access to the path is denied"), false },
        { new GarminUnreachableException("the list", "its host name was not found", new HttpRequestException(HttpRequestError.NameResolutionError)), true },
        { new GarminUnreachableException("the list", "the certificate is not trusted", new HttpRequestException(HttpRequestError.SecureConnectionError)), true },
    };

    [Theory]
    [MemberData(nameof(NobodysFault))]
    public async Task What_no_item_can_help_waits_and_costs_no_item_a_try(Exception failure, bool everywhere)
    {
        await using var host = await StartAsync(Some.Garmin());

        var met = await host.InScopeAsync(services => services.GetRequiredService<WorkAttempts>().Of("7").RunAsync(_ => throw failure, Token));

        (met!.Action, met.IsOutage, met.Reason.Contains(failure.Message, StringComparison.Ordinal)).ShouldBe((TroubleAction.Wait, true, true));
        host.Outages().Count.ShouldBe(everywhere ? 1 : 0);
    }

    [Fact]
    public async Task What_the_profile_says_of_the_account_is_the_accounts()
    {
        await using var host = await StartAsync(Some.Garmin(
            (JudgedWork.Broken, Answer.Status(500)), (JudgedWork.Profile, Answer.Status(429, ("Retry-After", "600")))));

        var met = await host.AskAsync();

        (met!.Action, met.UntilIsGuess).ShouldBe((TroubleAction.WaitOutRateLimit, false));
        host.Outages().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_login_that_is_blocked_waits_until_it_may_be_tried_again()
    {
        await using var host = await StartAsync(Some.Garmin());
        var until = _clock.GetUtcNow().AddHours(3);

        var met = await host.InScopeAsync(services => services.GetRequiredService<WorkAttempts>().Of("7").RunAsync(_ => throw new LoginBlockedException(until), Token));

        (met!.Action, met.Until).ShouldBe((TroubleAction.Wait, until));
        host.Outages().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_CentralDB_says_of_one_item_is_that_items()
    {
        await using var host = await StartAsync(Some.Garmin());

        var met = await host.InScopeAsync(services => services.GetRequiredService<WorkAttempts>().Of("7").RunAsync(
            _ => throw new CentralDbRejectedException("the upload", HttpStatusCode.UnprocessableEntity, "name is too long"), Token));

        met!.Action.ShouldBe(TroubleAction.GiveUp);
    }

    [Fact]
    public async Task Garmin_that_keeps_a_session_from_opening_is_away_for_everybody()
    {
        await using var host = await StartAsync(Some.Garmin());

        var met = await host.InScopeAsync(services => services.GetRequiredService<TroubleJudge>().JudgeAsync(
            new GarminUnreachableException("the profile", "HTTP 503"), session: null, _clock.GetUtcNow(), Token));

        met!.IsOutage.ShouldBeTrue();
        host.Outages().ShouldHaveSingleItem().Service.ShouldBe(Outage.Garmin);
        host.Garmin.Requests.ShouldBeEmpty("there is nobody to ask as");
    }

    [Fact]
    public async Task The_requests_of_a_try_are_counted()
    {
        await using var host = await StartAsync(Some.Garmin((JudgedWork.Broken, Answer.Status(500))));

        var (before, after) = await host.InScopeAsync(async services =>
        {
            var attempt = services.GetRequiredService<WorkAttempts>().Of("7");
            var none = attempt.GarminRequests;
            await attempt.RunAsync(session => JudgedWork.FindAsync(services, session), Token);
            return (none, attempt.GarminRequests);
        });

        (before, after).ShouldBe((0, host.Garmin.Requests.Count));
        after.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(TroubleAction.Wait, "put off")]
    [InlineData(TroubleAction.WaitOutRateLimit, "put off")]
    [InlineData(TroubleAction.WaitForLogin, "put off")]
    [InlineData(TroubleAction.TryAgain, "failed, again: True")]
    [InlineData(TroubleAction.GiveUp, "failed, again: False")]
    public void Whoever_has_to_wait_is_put_off_and_only_a_failure_counts(object action, string report)
    {
        var trouble = new Trouble((TroubleAction)action, "why", _clock.GetUtcNow());

        trouble.Waits.ShouldBe(report == "put off");
        trouble.Report(until => until == trouble.Until ? "put off" : "put off for another time", again => $"failed, again: {again}").ShouldBe(report);
    }

    [Fact]
    public async Task What_nobody_foresaw_is_thrown()
    {
        await using var host = await StartAsync(Some.Garmin());

        await Should.ThrowAsync<InvalidOperationException>(() => host.InScopeAsync(services =>
            services.GetRequiredService<WorkAttempts>().Of("7").RunAsync(_ => throw new InvalidOperationException("a bug"), Token)));
    }

    private Task<CapabilityHost> StartAsync(RequestDelegate garmin) => JudgedWork.StartAsync(garmin, _clock);
}
