using System.Net.Http.Json;
using GarminConnect.Client;
using GarminConnect.Client.Tests;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Outbox;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Accounts;

public sealed class When_Garmin_limits_logins
{
    private const string UserName = "athlete@example.com";
    private const string Login = "/mobile/api/login";

    [Fact]
    public async Task No_other_login_of_the_account_is_sent_by_any_process_before_it_ends()
    {
        await using var host = await CapabilityHost.StartAsync(Some.GarminWith(Answer.Status(429, ("Retry-After", "600"))));

        var first = await LimitAsync(host, UserName);
        var second = await LimitAsync(host, " Athlete@Example.com ");

        first.ShouldBeInRange(TimeProvider.System.GetUtcNow().AddMinutes(9), TimeProvider.System.GetUtcNow().AddMinutes(10));
        second.ShouldBe(first, TimeSpan.FromMilliseconds(1));
        host.Garmin.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Logins_at_once_send_one()
    {
        await using var host = await CapabilityHost.StartAsync(Some.GarminWith(Answer.Status(429)));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => LimitAsync(host, UserName)));

        host.Garmin.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Other_accounts_are_not_concerned()
    {
        await using var host = await CapabilityHost.StartAsync(Some.GarminWith(Answer.Status(429)));
        await LimitAsync(host, UserName);
        host.Garmin.AnswerWith(Some.Garmin());

        (await LoginAsync(host, "other@example.com")).ShouldBeOfType<LinkingOutcome.Linked>();
    }

    [Fact]
    public async Task Each_limit_in_a_row_is_twice_as_long_up_to_a_day()
    {
        var clock = new ManualClock();
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());
        var cooldowns = Cooldowns(host, clock);

        var hours = new List<double>();
        for (var limit = 0; limit < 7; limit++)
        {
            var noted = (SignInOutcome.RateLimited)await cooldowns.NoteLimitAsync(UserName, new SignInOutcome.RateLimited(clock.GetUtcNow().AddHours(1)));
            hours.Add((noted.Until - clock.GetUtcNow()).TotalHours);
            clock.Advance(noted.Until - clock.GetUtcNow());
        }

        hours.ShouldBe([1, 2, 4, 8, 16, 24, 24]);
    }

    [Fact]
    public async Task A_limit_long_after_the_last_one_is_short_again()
    {
        var clock = new ManualClock();
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());
        var cooldowns = Cooldowns(host, clock);
        await cooldowns.NoteLimitAsync(UserName, new SignInOutcome.RateLimited(clock.GetUtcNow().AddHours(1)));
        clock.Advance(TimeSpan.FromDays(3));

        await cooldowns.NoteLimitAsync(UserName, new SignInOutcome.RateLimited(clock.GetUtcNow().AddHours(1)));

        (await cooldowns.LimitedUntilAsync(UserName, CancellationToken.None)).ShouldBe(clock.GetUtcNow().AddHours(1));
    }

    [Fact]
    public async Task A_login_that_succeeds_ends_the_growth()
    {
        await using var host = await CapabilityHost.StartAsync(Some.GarminWith(Answer.Status(429, ("Retry-After", "1"))));
        var until = await LimitAsync(host, UserName);
        await Eventually.Is(() => TimeProvider.System.GetUtcNow() > until);
        host.Garmin.AnswerWith(Some.Garmin());

        (await LoginAsync(host, UserName)).ShouldBeOfType<LinkingOutcome.Linked>();

        var row = await host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<LoginCooldown>().AsNoTracking().SingleAsync());
        (row.Until, row.Count, row.NeedsPerson).ShouldBe((null, 0, false));
    }

    [Fact]
    public async Task A_code_meets_the_limit_too_and_its_login_goes_on_waiting()
    {
        await using var accounts = await SimulatedAccounts.StartAsync();
        var loginId = await accounts.BeginAsync();
        using var admin = new HttpClient { BaseAddress = accounts.Garmin.BaseAddress };
        using var made = await admin.PostAsJsonAsync("admin/faults", new { match = new { endpoint = "/mobile/api/mfa/verifyCode" }, kind = "RateLimited", retryAfterSeconds = 600 });

        (await accounts.SubmitAsync(loginId)).ShouldBeOfType<LinkingOutcome.Refused>().SignIn.ShouldBeOfType<SignInOutcome.RateLimited>();
        (await accounts.SubmitAsync(loginId)).ShouldBeOfType<LinkingOutcome.Refused>().SignIn.ShouldBeOfType<SignInOutcome.RateLimited>();
        (await accounts.LoginAsync()).ShouldBeOfType<LinkingOutcome.Refused>().SignIn.ShouldBeOfType<SignInOutcome.RateLimited>();

        var counts = await admin.GetFromJsonAsync<Dictionary<string, int>>("admin/requests");
        counts!.Where(count => count.Key.Contains("/api/", StringComparison.Ordinal)).Select(count => count.Value).ShouldBe([1, 1]);
        (await accounts.PendingAsync()).ShouldHaveSingleItem();
    }

    private static LoginCooldowns Cooldowns(CapabilityHost host, TimeProvider clock) =>
        new(host.NewProcess().GetRequiredService<OwnUnitOfWork>(), Options.Create(new AccountOptions()), clock,
            NullLogger<LoginCooldowns>.Instance);

    private static Task<LinkingOutcome> LoginAsync(CapabilityHost host, string userName) => CapabilityHost.InScopeAsync(
        host.NewProcess(), services => services.GetRequiredService<LinkByPassword>().LinkAsync(userName, "secret", CancellationToken.None));

    private static async Task<DateTimeOffset> LimitAsync(CapabilityHost host, string userName) =>
        (await LoginAsync(host, userName)).ShouldBeOfType<LinkingOutcome.Refused>().SignIn.ShouldBeOfType<SignInOutcome.RateLimited>().Until;
}
