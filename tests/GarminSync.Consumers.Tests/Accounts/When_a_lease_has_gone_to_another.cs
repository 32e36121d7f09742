using GarminConnect.Client;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Accounts;

/// <summary>Its holder was held up for so long that it ran out, and another one took it; then the holder goes on.</summary>
public sealed class When_a_lease_has_gone_to_another
{
    private const string User = "7";
    private const string UserName = "athlete@example.com";

    // Longer than the time after which any of the leases is prolonged, and shorter than any lasts.
    private static readonly TimeSpan Meanwhile = TimeSpan.FromSeconds(8);

    private readonly ManualClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DateTimeOffset Others => _clock.GetUtcNow().AddSeconds(19);

    [Fact]
    public async Task The_right_to_renew_is_neither_prolonged_nor_freed()
    {
        await using var host = await StartAsync();
        var lost = await host.NewProcess().GetRequiredService<RenewalLease>().TakeAsync(User, Token);
        var (until, other) = (Others, Guid.NewGuid());
        await InDbAsync(host, db => db.Set<GarminAccount>().ExecuteUpdateAsync(
            row => row.SetProperty(account => account.RenewalLeaseUntil, until).SetProperty(account => account.RenewalLeaseOwner, other)));

        await GoOnAsync(lost);

        (await InDbAsync(host, db => db.Set<GarminAccount>().Select(account => account.RenewalLeaseUntil).SingleAsync())).ShouldBe(until);
    }

    [Fact]
    public async Task The_turn_to_log_in_is_neither_prolonged_nor_freed()
    {
        await using var host = await StartAsync();
        var lost = await host.NewProcess().GetRequiredService<LoginCooldowns>().TakeTurnAsync(UserName, Token);
        var (until, other) = (Others, Guid.NewGuid());
        await InDbAsync(host, db => db.Set<LoginCooldown>().ExecuteUpdateAsync(
            row => row.SetProperty(cooldown => cooldown.BusyUntil, until).SetProperty(cooldown => cooldown.BusyOwner, other)));

        await GoOnAsync(lost);

        (await InDbAsync(host, db => db.Set<LoginCooldown>().Select(cooldown => cooldown.BusyUntil).SingleAsync())).ShouldBe(until);
    }

    [Fact]
    public async Task The_turn_to_try_a_code_is_neither_prolonged_nor_freed()
    {
        await using var host = await StartAsync();
        var lost = await TakeToTryACodeAsync(host);
        var until = Others;
        await InDbAsync(host, db => db.Set<PendingLogin>().ExecuteUpdateAsync(row => row.SetProperty(login => login.BusyUntil, until)));

        await GoOnAsync(lost);

        (await InDbAsync(host, db => db.Set<PendingLogin>().Select(login => login.BusyUntil).SingleAsync())).ShouldBe(until);
    }

    [Fact]
    public async Task A_code_that_takes_longer_than_its_turn_keeps_the_turn_until_it_is_through()
    {
        await using var host = await StartAsync();
        var turn = await TakeToTryACodeAsync(host);
        var first = await InDbAsync(host, db => db.Set<PendingLogin>().Select(login => login.BusyUntil).SingleAsync());

        _clock.Advance(Meanwhile);
        await Eventually.Is(async () => await InDbAsync(host, db => db.Set<PendingLogin>().Select(login => login.BusyUntil).SingleAsync()) > first);
        await turn.DisposeAsync();

        (await InDbAsync(host, db => db.Set<PendingLogin>().Select(login => login.BusyUntil).SingleAsync())).ShouldBeNull();
    }

    private static async Task<PendingTurn> TakeToTryACodeAsync(CapabilityHost host)
    {
        var pending = host.NewProcess().GetRequiredService<PendingLogins>();
        var login = await pending.StartAsync(new PendingLoginState(UserName, "password", new PendingMfa(default, "https://sso.garmin.com/sso/embed", "email", null, [])));
        return (await pending.TakeAsync(login.LoginId, Token)).ShouldNotBeNull();
    }

    private async Task GoOnAsync(IAsyncDisposable lost)
    {
        _clock.Advance(Meanwhile);
        await lost.DisposeAsync();
    }

    private static Task<T> InDbAsync<T>(CapabilityHost host, Func<StateDb, Task<T>> act) => host.InScopeAsync(services => act(services.GetRequiredService<StateDb>()));

    private async Task<CapabilityHost> StartAsync()
    {
        var host = await CapabilityHost.StartAsync(Answer.Status(503), _clock);
        await host.InScopeAsync(services =>
        {
            services.GetRequiredService<StateDb>().Add(new GarminAccount { UserId = User, Linked = true });
            return Task.CompletedTask;
        });
        return host;
    }
}
