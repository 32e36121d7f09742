using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_the_whole_account_is_in_trouble
{
    private readonly ConsumeContext _context = Substitute.For<ConsumeContext>();

    [Fact]
    public async Task A_needed_login_is_noted_and_told_once()
    {
        await using var host = await StartAsync();

        await RememberAsync(host, new Trouble(TroubleAction.WaitForLogin, "Garmin wants a login"));
        await RememberAsync(host, new Trouble(TroubleAction.WaitForLogin, "Garmin wants a login"));

        (await AccountAsync(host)).NeedsLogin.ShouldBeTrue();
        await _context.Received(1).Publish(
            Arg.Is<GarminReauthenticationRequired>(required => required.UserId == SyncHost.User && required.Reason == "Garmin wants a login"), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_rate_limit_is_noted_with_its_end()
    {
        await using var host = await StartAsync();
        var until = TimeProvider.System.GetUtcNow().AddMinutes(5);

        await RememberAsync(host, new Trouble(TroubleAction.WaitOutRateLimit, "Garmin limits requests", until));

        (await AccountAsync(host)).RateLimitedUntil.ShouldBe(until);
    }

    [Fact]
    public async Task The_trouble_of_one_item_is_not_the_account_s()
    {
        await using var host = await StartAsync();

        await RememberAsync(host, new Trouble(TroubleAction.TryAgain, "Garmin answered 500"));

        var account = await AccountAsync(host);
        (account.NeedsLogin, account.RateLimitedUntil).ShouldBe((false, null));
    }

    private static async Task<CapabilityHost> StartAsync()
    {
        var host = await CapabilityHost.StartAsync(Answer.Status(503));
        await host.InScopeAsync(services =>
        {
            services.GetRequiredService<StateDb>().Add(new GarminAccount { UserId = SyncHost.User, Linked = true });
            return Task.CompletedTask;
        });
        return host;
    }

    private static Task<GarminAccount> AccountAsync(CapabilityHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GarminAccount>().AsNoTracking().SingleAsync());

    private Task RememberAsync(CapabilityHost host, Trouble trouble) =>
        host.InScopeAsync(services => services.GetRequiredService<AccountTrouble>().RememberAsync(_context, SyncHost.User, trouble));
}
