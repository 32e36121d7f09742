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
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

using Answer = GarminSync.Testing.Answer;

/// <summary>Each failure is met by work of account 7, and judged by what else Garmin answers.</summary>
public sealed class When_trouble_is_judged
{
    private const string Broken = "/activity-service/activity/5";
    private const string Profile = "/userprofile-service";

    private static readonly RequestDelegate Cloudflare = Answer.Html(403, "<html>Attention Required! | Cloudflare</html>");
    private static readonly RequestDelegate OwnRefusal = Answer.Json("""{"message":"HTTP 403 Forbidden","error":"ForbiddenException"}""", 403);

    private readonly ShiftedClock _clock = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string> OneCallFails => new()
    {
        { "its server fails", 500, "{}" },
        { "a page of Cloudflare", 403, "<html>Attention Required! | Cloudflare</html>" },
        { "a page that says not found", 404, "<html></html>" },
        { "Garmin gives up on rendering", 408, "" },
    };

    [Theory]
    [MemberData(nameof(OneCallFails))]
    public async Task One_call_that_fails_while_Garmin_answers_another_is_the_item_s_trouble(string what, int status, string body)
    {
        await using var host = await StartAsync(Some.Garmin((Broken, Answer.Body(body, "text/html", status))));

        var met = await AskAsync(host);

        (met!.Action, met.IsOutage).ShouldBe((TroubleAction.TryAgain, false), what);
        Current(host).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(403, "<html>Attention Required! | Cloudflare</html>")]
    [InlineData(503, "")]
    public async Task When_Garmin_answers_nothing_it_is_everybodys(int status, string body)
    {
        await using var host = await StartAsync(Answer.Body(body, "text/html", status));

        var met = await AskAsync(host);

        (met!.Action, met.IsOutage).ShouldBe((TroubleAction.Wait, true));
        Current(host).ShouldHaveSingleItem().Service.ShouldBe(Outage.Garmin);
    }

    [Fact]
    public async Task When_Garmin_itself_refuses_an_account_everything_that_account_waits_and_no_other()
    {
        await using var host = await StartAsync(OwnRefusal);

        var met = await AskAsync(host);

        (met!.Action, met.IsOutage).ShouldBe((TroubleAction.Wait, true));
        Current(host).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_stops_the_question_is_judged_too()
    {
        // The profile needs new tokens, and these cannot be stored.
        await using var host = await StartAsync(Some.Garmin((Broken, Answer.Status(500)), (Profile, Answer.Status(401))));
        var stored = host.StoredCredentials("7")!;
        host.CentralDb.AnswerWith(context => (context.Request.Method == HttpMethods.Get ? Answer.Json(stored) : Answer.Status(503))(context));

        var met = await AskAsync(host);

        (met!.Action, met.IsOutage).ShouldBe((TroubleAction.Wait, true));
        Current(host).ShouldHaveSingleItem().Service.ShouldBe(Outage.CentralDb);
    }

    [Fact]
    public async Task Many_that_were_under_way_when_it_went_away_are_one_failure()
    {
        var gone = new TaskCompletionSource();
        var arrived = 0;
        await using var host = await StartAsync(async context =>
        {
            Interlocked.Increment(ref arrived);
            await gone.Task;
            await Cloudflare(context);
        });
        for (var account = 10; account < 26; account++)
        {
            await host.LinkAsync($"{account}", Linked with { Tokens = Some.Tokens() with { AccessToken = $"access-{account}" } });
        }

        var work = Enumerable.Range(10, 16).Select(account => AskAsync(host, $"{account}")).ToList();
        await Eventually.Is(() => Volatile.Read(ref arrived) == 16);
        gone.SetResult();
        (await Task.WhenAll(work)).ShouldAllBe(met => met!.IsOutage);

        var outage = Current(host).ShouldHaveSingleItem();
        outage.Failures.ShouldBe(1);
        (outage.Until - outage.Since).TotalSeconds.ShouldBeInRange(10, 12.5 + 5);
    }

    [Fact]
    public async Task Tokens_that_are_refused_though_they_are_new_stop_that_account_alone_and_are_renewed_once()
    {
        await using var host = await StartAsync(Some.Garmin((Broken, Answer.Status(401)), (Profile, Answer.Status(401))));

        var met = await AskAsync(host);

        (met!.Action, met.IsOutage).ShouldBe((TroubleAction.Wait, true));
        Current(host).ShouldBeEmpty();
        host.Garmin.Requests.Count(request => request.Target.StartsWith("/di-oauth2-service", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(400, "<html>Request Header Or Cookie Too Large</html>")]
    [InlineData(400, "")]
    public async Task A_refusal_of_everything_is_no_items(int status, string body)
    {
        await using var host = await StartAsync(Answer.Body(body, "text/html", status));

        (await AskAsync(host))!.IsOutage.ShouldBeTrue();
    }

    [Fact]
    public async Task A_profile_that_is_said_not_to_be_there_is_no_sign_of_Garmin()
    {
        await using var host = await StartAsync(Some.Garmin((Broken, Answer.Status(503)), (Profile, Answer.Status(404))));

        (await AskAsync(host))!.IsOutage.ShouldBeTrue();
    }

    [Fact]
    public async Task Work_that_met_an_outage_of_CentralDB_and_says_so_does_not_end_it()
    {
        await using var host = await StartAsync(Some.Garmin());

        var met = await host.InScopeAsync(services => services.GetRequiredService<WorkAttempts>().Of("7").RunAsync(
            session => services.GetRequiredService<TroubleJudge>().JudgeAsync(new CentralDbUnreachableException("the upload", "HTTP 503"), session, _clock.GetUtcNow(), Token), Token));

        met!.IsOutage.ShouldBeTrue();
        Current(host).ShouldHaveSingleItem().Service.ShouldBe(Outage.CentralDb);
    }

    [Fact]
    public async Task While_it_is_everybodys_nobody_asks_but_one_after_each_pause()
    {
        await using var host = await StartAsync(Cloudflare);
        await host.LinkAsync("8", Linked);
        await AskAsync(host);
        var before = host.Garmin.Requests.Count;

        for (var work = 0; work < 10; work++)
        {
            (await AskAsync(host, work % 2 == 0 ? "7" : "8"))!.IsOutage.ShouldBeTrue();
        }

        host.Garmin.Requests.Count.ShouldBe(before);

        _clock.Advance(Current(host).Single().Until - _clock.GetUtcNow());
        await Task.WhenAll(Enumerable.Range(0, 10).Select(work => AskAsync(host, work % 2 == 0 ? "7" : "8")));

        (host.Garmin.Requests.Count - before).ShouldBe(2, "the call, and the one that asks whether Garmin is there");
        Current(host).Single().Failures.ShouldBe(2);
    }

    [Fact]
    public async Task It_shows_in_the_health_of_the_process()
    {
        await using var host = await StartAsync(Cloudflare);
        (await HealthAsync(host)).Status.ShouldBe(HealthStatus.Healthy);

        await AskAsync(host);

        var health = await HealthAsync(host);
        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Description.ShouldNotBeNull().ShouldStartWith("Garmin Connect is away since ");
    }

    [Fact]
    public void It_is_in_the_log_once_at_its_begin_and_once_at_its_end()
    {
        var log = new Lines();
        var outages = new Outages(Options.Create(new SyncOptions()), _clock, log);

        for (var failure = 0; failure < 5; failure++)
        {
            outages.Begin(Outage.Garmin, "it answered 503.", _clock.GetUtcNow());
        }

        outages.End(Outage.Garmin);
        outages.End(Outage.Garmin);

        log.Ids.ShouldBe([3041, 3042]);
    }

    [Fact]
    public async Task It_ends_by_itself_with_the_first_answer()
    {
        await using var host = await StartAsync(Cloudflare);
        var until = (await AskAsync(host))!.Until!.Value;
        host.Garmin.AnswerWith(Some.Garmin((Broken, Answer.Json("{}"))));
        _clock.Advance(until - _clock.GetUtcNow());

        (await AskAsync(host)).ShouldBeNull();

        Current(host).ShouldBeEmpty();
        (await AskAsync(host)).ShouldBeNull();
    }

    [Fact]
    public async Task What_only_one_account_meets_while_another_is_answered_stops_that_one_alone()
    {
        await using var host = await StartAsync(context => (context.Request.Headers.Authorization == "Bearer access-1" ? Cloudflare : Some.Garmin((Broken, Answer.Json("{}"))))(context));
        await host.LinkAsync("8", new LinkedCredentials("another@example.com", null, Some.Tokens() with { AccessToken = "access-8" }));

        var met = await host.InScopeAsync(services => services.GetRequiredService<WorkAttempts>().Of("7").RunAsync(
            async session =>
            {
                (await AskAsync(host, "8")).ShouldBeNull();
                return await FindAsync(services, session);
            },
            Token));

        met!.IsOutage.ShouldBeTrue();
        Current(host).ShouldBeEmpty();
    }

    [Fact]
    public void Only_what_others_were_answered_since_the_work_began_says_that_Garmin_is_there()
    {
        var outages = new Outages(Options.Create(new SyncOptions()), _clock, new Lines());
        outages.GarminAnswered("8");
        _clock.Advance(TimeSpan.FromSeconds(1));
        var began = _clock.GetUtcNow();
        outages.GarminAnswered("7");
        outages.GarminAnswered("7");

        outages.GarminAnsweredAnother("7", began).ShouldBeFalse("its own answers do not count, and that of the other is from before");

        outages.GarminAnswered("8");
        outages.GarminAnswered("7");
        outages.GarminAnswered("7");
        outages.GarminAnsweredAnother("7", began).ShouldBeTrue();
    }

    [Fact]
    public async Task A_refusal_of_Garmins_own_is_final_for_the_item_alone()
    {
        await using var host = await StartAsync(Some.Garmin((Broken, OwnRefusal)));

        var met = await AskAsync(host);

        (met!.Action, met.Reason).ShouldBe((TroubleAction.GiveUp, "Garmin Connect refused activity 5 (HTTP 403)."));
    }

    [Fact]
    public async Task A_token_server_that_is_away_stops_the_accounts_that_need_it_and_no_other()
    {
        await using var host = await StartAsync(Some.Garmin((Broken, Answer.Status(401)), ("/di-oauth2-service", Cloudflare)));

        var met = await AskAsync(host);

        (met!.Action, met.IsOutage).ShouldBe((TroubleAction.Wait, true));
        Current(host).ShouldBeEmpty();
        host.Garmin.Requests.ShouldNotContain(request => request.Target.StartsWith(Profile, StringComparison.Ordinal), "it would only ask for tokens again");
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
        Current(host).Count.ShouldBe(everywhere ? 1 : 0);
    }

    [Fact]
    public async Task What_the_profile_says_of_the_account_is_the_accounts()
    {
        await using var host = await StartAsync(Some.Garmin(
            (Broken, Answer.Status(500)), (Profile, Answer.Status(429, ("Retry-After", "600")))));

        var met = await AskAsync(host);

        (met!.Action, met.UntilIsGuess).ShouldBe((TroubleAction.WaitOutRateLimit, false));
        Current(host).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_login_that_is_blocked_waits_until_it_may_be_tried_again()
    {
        await using var host = await StartAsync(Some.Garmin());
        var until = _clock.GetUtcNow().AddHours(3);

        var met = await host.InScopeAsync(services => services.GetRequiredService<WorkAttempts>().Of("7").RunAsync(_ => throw new LoginBlockedException(until), Token));

        (met!.Action, met.Until).ShouldBe((TroubleAction.Wait, until));
        Current(host).ShouldBeEmpty();
    }

    [Fact]
    public async Task CentralDB_is_back_with_the_first_work_that_is_done()
    {
        await using var host = await StartAsync(Some.Garmin((Broken, Answer.Json("{}"))));
        var away = await host.InScopeAsync(services => services.GetRequiredService<WorkAttempts>().Of("7").RunAsync(_ => throw new CentralDbUnreachableException("the upload", "HTTP 503"), Token));
        _clock.Advance(away!.Until!.Value - _clock.GetUtcNow());

        (await AskAsync(host)).ShouldBeNull();

        Current(host).ShouldBeEmpty();
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
    public async Task What_nobody_foresaw_is_thrown()
    {
        await using var host = await StartAsync(Some.Garmin());

        await Should.ThrowAsync<InvalidOperationException>(() => host.InScopeAsync(services =>
            services.GetRequiredService<WorkAttempts>().Of("7").RunAsync(_ => throw new InvalidOperationException("a bug"), Token)));
    }

    private static LinkedCredentials Linked => new("athlete@example.com", null, Some.Tokens());

    private async Task<CapabilityHost> StartAsync(RequestDelegate garmin)
    {
        var host = await CapabilityHost.StartAsync(garmin, _clock);
        await host.LinkAsync("7", Linked);
        return host;
    }

    private static Task<Trouble?> AskAsync(CapabilityHost host, string userId = "7") =>
        host.InScopeAsync(services => services.GetRequiredService<WorkAttempts>().Of(userId).RunAsync(session => FindAsync(services, session), Token));

    private static async Task<Trouble?> FindAsync(IServiceProvider services, GarminSession session)
    {
        await services.GetRequiredService<GarminConnectClient>().FindActivityAsync(session, 5, Token);
        return null;
    }

    private static Task<HealthCheckResult> HealthAsync(CapabilityHost host) => host.InScopeAsync(services =>
        new OutagesHealthCheck(services.GetRequiredService<Outages>()).CheckHealthAsync(new HealthCheckContext(), Token));

    private static IReadOnlyList<Outage> Current(CapabilityHost host) =>
        host.InScopeAsync(services => Task.FromResult(services.GetRequiredService<Outages>().Current)).GetAwaiter().GetResult();

    private sealed class Lines : ILogger<Outages>
    {
        public List<int> Ids { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Ids.Add(eventId.Id);
    }
}
