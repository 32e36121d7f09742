using CentralDb.Client;
using GarminConnect.Client;
using GarminConnect.Client.Tests;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Accounts;

public sealed class When_tokens_are_renewed
{
    private const string User = "7";
    private const string Refresh = "/di-oauth2-service/oauth/token";
    private const string Login = "/mobile/api/login";

    private static readonly LinkedCredentials Linked = new("athlete@example.com", "correct horse battery staple", Some.Tokens());

    private static readonly RequestDelegate Refused = Answer.Json("""{"error":"invalid_grant"}""", 400);

    [Fact]
    public async Task Two_processes_at_once_refresh_once()
    {
        await using var host = await StartAsync(Some.Garmin());
        var processes = Enumerable.Range(0, 4).Select(_ => host.NewProcess()).ToList();

        var renewed = await Task.WhenAll(processes.Select(process => CapabilityHost.InScopeAsync(process, RenewAsync)));

        renewed.ShouldAllBe(tokens => tokens.AccessToken == "aaa.bbb.ccc");
        Count(host, Refresh).ShouldBe(1);
    }

    [Fact]
    public async Task They_are_stored_before_they_are_used()
    {
        await using var host = await StartAsync(Some.Garmin());

        var renewed = await host.InScopeAsync(RenewAsync);
        var stored = await StoredAsync(host);

        stored.Tokens.RefreshToken.ShouldBe(renewed.RefreshToken);
        stored.Password.ShouldBe(Linked.Password);
    }

    [Fact]
    public async Task They_are_not_used_when_they_could_not_be_stored()
    {
        await using var host = await StartAsync(Some.Garmin());
        var stored = host.StoredCredentials(User)!;
        host.CentralDb.AnswerWith(context => (context.Request.Method == HttpMethods.Get ? Answer.Json(stored) : Answer.Status(503))(context));

        await Should.ThrowAsync<CentralDbUnreachableException>(() => host.InScopeAsync(RenewAsync));
    }

    [Fact]
    public async Task Those_that_CentralDB_could_not_take_are_stored_when_it_is_back_without_another_refresh()
    {
        await using var host = await StartAsync(Some.Garmin());
        await RenewInVainAsync(host);
        var kept = await UnsavedAsync(host);

        (await CapabilityHost.InScopeAsync(host.NewProcess(), RenewAsync)).AccessToken.ShouldBe("aaa.bbb.ccc");

        Count(host, Refresh).ShouldBe(1);
        (await StoredAsync(host)).Tokens.RefreshToken.ShouldBe("refresh-2");
        kept.ShouldNotBeNull().ShouldNotContain("refresh");
        (await UnsavedAsync(host)).ShouldBeNull();
    }

    [Fact]
    public async Task A_login_meanwhile_is_not_overwritten_with_what_was_before_it()
    {
        await using var host = await StartAsync(Some.Garmin());
        var before = host.StoredCredentials(User);
        var renewing = await host.InScopeAsync(services => services.GetRequiredService<RenewalLease>().TakeAsync(User, CancellationToken.None));

        var login = CapabilityHost.InScopeAsync(
            host.NewProcess(), services => services.GetRequiredService<LinkByPassword>().LinkAsync(Linked.UserName, "a new password", CancellationToken.None));
        await Eventually.Is(() => Task.FromResult(host.CentralDb.Requests.Any(request => request is { Method: "POST", Target: "/users" })));
        await StoredAsync(host);
        host.StoredCredentials(User).ShouldBe(before);
        await renewing.DisposeAsync();

        await login;
        (await StoredAsync(host)).Password.ShouldBe("a new password");
    }

    [Fact]
    public async Task Those_that_CentralDB_never_got_do_not_replace_those_of_a_later_login()
    {
        await using var host = await StartAsync(Some.Garmin());
        await RenewInVainAsync(host);
        var later = Linked with { Tokens = Linked.Tokens with { RefreshToken = "of-a-later-login" } };
        await host.InScopeAsync(services => services.GetRequiredService<StoredCredentials>().SaveAsync(User, later, CancellationToken.None));

        await host.InScopeAsync(RenewAsync);

        Count(host, Refresh).ShouldBe(2);
        host.Garmin.Requests[^1].Text.ShouldContain("of-a-later-login");
    }

    [Fact]
    public async Task Tokens_that_somebody_else_has_renewed_are_taken_without_a_request()
    {
        await using var host = await StartAsync(Some.Garmin());
        await host.InScopeAsync(RenewAsync);

        (await host.InScopeAsync(RenewAsync)).AccessToken.ShouldBe("aaa.bbb.ccc");

        Count(host, Refresh).ShouldBe(1);
    }

    [Fact]
    public async Task A_refresh_token_that_is_gone_means_one_login_with_the_stored_password()
    {
        await using var host = await StartAsync(Some.Garmin());
        host.Garmin.AnswerWith(Some.Garmin((Refresh, context =>
            (host.Garmin.Requests[^1].Text.Contains("grant_type=refresh_token") ? Refused : Answer.Json(Some.TokenAnswer))(context))));

        (await host.InScopeAsync(RenewAsync)).RefreshToken.ShouldBe("refresh-2");

        Count(host, Login).ShouldBe(1);
        host.Garmin.Requests.Single(request => request.Target.StartsWith(Login, StringComparison.Ordinal)).Text.ShouldContain("correct horse battery staple");
    }

    [Theory]
    [InlineData("INVALID_USERNAME_PASSWORD")]
    [InlineData("MFA_REQUIRED")]
    public async Task A_login_that_needs_a_person_is_tried_once_and_says_so(string type)
    {
        await using var host = await StartAsync(Some.Garmin(
            (Refresh, Refused), (Login, Answer.Json($$$"""{"responseStatus":{"type":"{{{type}}}","message":"","httpStatus":"OK"},"customerMfaInfo":{"mfaLastMethodUsed":"email"}}"""))));

        await Should.ThrowAsync<GarminSignInNeededException>(() => host.InScopeAsync(RenewAsync));

        Count(host, Login).ShouldBe(1);
    }

    [Theory]
    [InlineData(403, "<html></html>")]
    [InlineData(200, """{"responseStatus":{"type":"CAPTCHA_REQUIRED"}}""")]
    public async Task A_login_that_is_blocked_says_nothing_about_the_account_and_is_not_sent_again_into_the_block(int status, string body)
    {
        var clock = new ManualClock();
        var blocked = Answer.Body(body, "text/html", status);
        await using var host = await CapabilityHost.StartAsync(Some.Garmin((Refresh, Refused), (Login, blocked), ("/sso", Answer.Html(403))), clock);
        await host.LinkAsync(User, Linked);

        for (var hour = 0; hour < 48; hour++)
        {
            var until = (await Should.ThrowAsync<LoginBlockedException>(() => host.InScopeAsync(RenewAsync))).Until;
            until.ShouldBeGreaterThan(clock.GetUtcNow());
            clock.Advance(TimeSpan.FromHours(1));
        }

        Passwords(host).ShouldBe(1);
        (await TurnAsync(host)).NeedsPerson.ShouldBeFalse();
    }

    [Fact]
    public async Task A_sign_in_that_is_away_gets_one_password_and_asks_for_no_person()
    {
        var clock = new ManualClock();
        await using var host = await CapabilityHost.StartAsync(Some.Garmin((Refresh, Refused), (Login, Answer.Html(502))), clock);
        await host.LinkAsync(User, Linked);
        for (var minute = 0; minute < 59; minute += 3)
        {
            await Should.ThrowAsync<LoginBlockedException>(() => host.InScopeAsync(RenewAsync));
            clock.Advance(TimeSpan.FromMinutes(3));
        }

        Passwords(host).ShouldBe(1);
        clock.Advance(TimeSpan.FromHours(1));
        await Should.ThrowAsync<LoginBlockedException>(() => host.InScopeAsync(RenewAsync));
        (Passwords(host), (await TurnAsync(host)).NeedsPerson).ShouldBe((2, false));
    }

    [Fact]
    public async Task A_password_is_sent_again_when_the_sign_in_is_open_again_and_if_that_is_blocked_too_it_takes_a_person()
    {
        var clock = new ManualClock();
        await using var host = await CapabilityHost.StartAsync(Some.Garmin((Refresh, Refused), (Login, Answer.Html(403)), ("/sso", Answer.Html(200))), clock);
        await host.LinkAsync(User, Linked);
        await Should.ThrowAsync<LoginBlockedException>(() => host.InScopeAsync(RenewAsync));
        clock.Advance(TimeSpan.FromHours(1));

        await Should.ThrowAsync<GarminSignInNeededException>(() => host.InScopeAsync(RenewAsync));

        Passwords(host).ShouldBe(2);
        (await TurnAsync(host)).NeedsPerson.ShouldBeTrue();
    }

    [Fact]
    public async Task A_block_that_is_over_ends_with_a_login()
    {
        var clock = new ManualClock();
        await using var host = await CapabilityHost.StartAsync(Some.Garmin((Refresh, Refused), (Login, Answer.Html(403))), clock);
        await host.LinkAsync(User, Linked);
        await Should.ThrowAsync<LoginBlockedException>(() => host.InScopeAsync(RenewAsync));
        host.Garmin.AnswerWith(Some.Garmin((Refresh, context =>
            (host.Garmin.Requests[^1].Text.Contains("grant_type=refresh_token") ? Refused : Answer.Json(Some.TokenAnswer))(context))));
        clock.Advance(TimeSpan.FromHours(1));

        (await host.InScopeAsync(RenewAsync)).AccessToken.ShouldBe("aaa.bbb.ccc");

        (await TurnAsync(host)).BlockedUntil.ShouldBeNull();
    }

    [Fact]
    public async Task A_token_server_that_is_blocked_logs_nobody_out_and_sends_no_password()
    {
        await using var host = await StartAsync(Some.Garmin((Refresh, Answer.Html(403))));

        var failure = await Should.ThrowAsync<GarminUnreachableException>(() => host.InScopeAsync(RenewAsync));

        failure.ConcernsTokens.ShouldBeTrue();
        Passwords(host).ShouldBe(0);
    }

    [Fact]
    public async Task A_password_that_did_not_do_is_not_tried_again_before_a_person_has_logged_in()
    {
        await using var host = await StartAsync(Some.Garmin((Refresh, Refused), (Login, Answer.Json("""{"responseStatus":{"type":"INVALID_USERNAME_PASSWORD"}}""", 401))));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Should.ThrowAsync<GarminSignInNeededException>(() => CapabilityHost.InScopeAsync(host.NewProcess(), RenewAsync))));
        Count(host, Login).ShouldBe(1);

        host.Garmin.AnswerWith(Some.Garmin());
        await host.InScopeAsync(services => services.GetRequiredService<LinkByPassword>().LinkAsync(Linked.UserName, "a new password", CancellationToken.None));

        Count(host, Login).ShouldBe(2);
        (await host.InScopeAsync(services => services.GetRequiredService<LoginCooldowns>().TakeTurnAsync(Linked.UserName, CancellationToken.None))).NeedsPerson.ShouldBeFalse();
    }

    [Fact]
    public async Task No_login_is_sent_while_another_one_waits_for_its_code()
    {
        await using var host = await StartAsync(Some.Garmin((Refresh, Refused), (Login, Answer.Json("""{"responseStatus":{"type":"MFA_REQUIRED"}}"""))));
        await host.InScopeAsync(services => services.GetRequiredService<LinkByPassword>().LinkAsync(Linked.UserName, "secret", CancellationToken.None));

        await Should.ThrowAsync<GarminSignInNeededException>(() => host.InScopeAsync(RenewAsync));

        Count(host, Login).ShouldBe(1);
    }

    [Fact]
    public async Task No_login_is_sent_while_Garmin_limits_them()
    {
        await using var host = await StartAsync(Some.Garmin((Refresh, Refused), (Login, Answer.Status(429, ("Retry-After", "600")))));
        await host.InScopeAsync(services => services.GetRequiredService<LinkByPassword>().LinkAsync(Linked.UserName, "secret", CancellationToken.None));

        var limited = await Should.ThrowAsync<GarminRateLimitedException>(() => host.InScopeAsync(RenewAsync));

        limited.Until.ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddMinutes(9));
        Count(host, Login).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_stored_password_a_person_has_to_log_in()
    {
        await using var host = await StartAsync(Some.Garmin((Refresh, Refused)), Linked with { Password = null });

        await Should.ThrowAsync<GarminSignInNeededException>(() => host.InScopeAsync(RenewAsync));

        Count(host, Login).ShouldBe(0);
    }

    [Fact]
    public async Task A_Garmin_out_of_reach_leaves_the_old_ones_and_the_lease_free()
    {
        await using var host = await StartAsync(Answer.Status(503));
        await Should.ThrowAsync<GarminUnreachableException>(() => host.InScopeAsync(RenewAsync));

        host.Garmin.AnswerWith(Some.Garmin());

        (await host.InScopeAsync(RenewAsync)).AccessToken.ShouldBe("aaa.bbb.ccc");
    }

    private static Task<GarminTokens> RenewAsync(IServiceProvider services) =>
        services.GetRequiredService<TokenRenewal>().RenewAsync(User, Linked.Tokens, mayLogIn: true, CancellationToken.None);

    private static Task<LoginTurn> TurnAsync(CapabilityHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<LoginCooldowns>().TakeTurnAsync(Linked.UserName, CancellationToken.None));

    private static int Passwords(CapabilityHost host) =>
        host.Garmin.Requests.Count(request => request.Method == "POST" && !request.Target.StartsWith(Refresh, StringComparison.Ordinal));

    private static int Count(CapabilityHost host, string path) => host.Garmin.Requests.Count(request => request.Target.StartsWith(path, StringComparison.Ordinal));

    /// <summary>CentralDB goes away between Garmin's answer and the write.</summary>
    private static async Task RenewInVainAsync(CapabilityHost host)
    {
        var stored = host.StoredCredentials(User)!;
        host.CentralDb.AnswerWith(context => (context.Request.Method == HttpMethods.Get ? Answer.Json(stored) : Answer.Status(503))(context));
        await Should.ThrowAsync<CentralDbUnreachableException>(() => host.InScopeAsync(RenewAsync));
        host.AnswerAsCentralDb();
    }

    private static async Task<LinkedCredentials> StoredAsync(CapabilityHost host) =>
        (await host.InScopeAsync(services => services.GetRequiredService<StoredCredentials>().FindAsync(User, CancellationToken.None)))!;

    private static Task<string?> UnsavedAsync(CapabilityHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GarminAccount>().Select(account => account.UnsavedTokens).SingleAsync());

    private static async Task<CapabilityHost> StartAsync(RequestDelegate garmin, LinkedCredentials? linked = null)
    {
        var host = await CapabilityHost.StartAsync(garmin);
        await host.LinkAsync(User, linked ?? Linked);
        return host;
    }
}
