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

public sealed class When_a_login_is_needed_no_more
{
    private const string User = "7";

    private static readonly RequestDelegate Refused = Some.Garmin(
        ("/userprofile-service", Answer.Status(401)), ("/di-oauth2-service/oauth/token", Answer.Json("""{"error":"invalid_grant"}""", 400)));

    private readonly ManualClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_ends_by_itself_when_the_tokens_work_again()
    {
        await using var host = await StartAsync(Refused);
        await NeedLoginAsync(host);
        await RecheckAsync(host, after: TimeSpan.FromHours(1));
        (await AccountAsync(host)).NeedsLogin.ShouldBeTrue();

        host.Garmin.AnswerWith(Some.Garmin());
        await RecheckAsync(host, after: TimeSpan.FromHours(2));

        (await AccountAsync(host)).NeedsLogin.ShouldBeFalse();
    }

    [Fact]
    public async Task They_are_tried_less_and_less_often_and_without_the_password()
    {
        await using var host = await StartAsync(Refused);
        await NeedLoginAsync(host);
        var tried = new List<int>();
        for (var hour = 1; hour <= 72; hour++)
        {
            var before = host.Garmin.Requests.Count;
            await RecheckAsync(host, after: TimeSpan.FromHours(1));
            if (host.Garmin.Requests.Count > before)
            {
                tried.Add(hour);
            }
        }

        tried.ShouldBe([1, 3, 7, 15, 31, 55]);
        host.Garmin.Requests.ShouldNotContain(request => request.Target.StartsWith("/mobile", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_an_older_version_noted_is_tried_too()
    {
        await using var host = await StartAsync(Some.Garmin());
        await NeedLoginAsync(host);
        await host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GarminAccount>().ExecuteUpdateAsync(
            row => row.SetProperty(account => account.NextTokenTryAt, (DateTimeOffset?)null), Token));

        await RecheckAsync(host, after: TimeSpan.Zero);

        (await AccountAsync(host)).NeedsLogin.ShouldBeFalse();
    }

    [Fact]
    public async Task None_is_tried_while_Garmin_limits_the_account()
    {
        await using var host = await StartAsync(Some.Garmin());
        await NeedLoginAsync(host);
        await host.InScopeAsync(services => services.GetRequiredService<AccountStates>().PauseAsync(User, _clock.GetUtcNow().AddHours(3), 1, Token));

        await RecheckAsync(host, after: TimeSpan.FromHours(2));

        host.Garmin.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_is_not_linked_is_asked_for_no_login()
    {
        await using var host = await StartAsync(Refused);
        await host.InScopeAsync(services => services.GetRequiredService<AccountStates>().UnlinkAsync(User, Token));

        var noted = await host.InScopeAsync(services => services.GetRequiredService<AccountStates>().NeedLoginAsync(User, DateTimeOffset.MaxValue, Token));

        noted.ShouldBeFalse();
        (await AccountAsync(host)).NeedsLogin.ShouldBeFalse();
    }

    private async Task<CapabilityHost> StartAsync(RequestDelegate garmin)
    {
        var host = await CapabilityHost.StartAsync(garmin, _clock);
        await host.LinkAsync(User, new LinkedCredentials("athlete@example.com", "secret", Some.Tokens()));
        return host;
    }

    private static Task<bool> NeedLoginAsync(CapabilityHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<AccountStates>().NeedLoginAsync(User, DateTimeOffset.MaxValue, Token));

    private async Task RecheckAsync(CapabilityHost host, TimeSpan after)
    {
        _clock.Advance(after);
        await host.InScopeAsync(services => ActivatorUtilities.CreateInstance<LoginRechecks>(services).RecheckAsync(Token));
    }

    private static Task<GarminAccount> AccountAsync(CapabilityHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GarminAccount>().AsNoTracking().SingleAsync());
}
