using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Outbox;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Accounts;

public sealed class When_the_right_to_renew_is_held
{
    private const string User = "7";

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    private readonly ManualClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_else_gets_it_however_long_that_takes()
    {
        await using var host = await StartAsync();
        var held = await Lease(host).TakeAsync(User, Token);
        var next = Lease(host).TakeAsync(User, Token);

        for (var second = 0; second < 60; second += 5)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            await Eventually.Is(async () => await UntilAsync(host) >= _clock.GetUtcNow().AddSeconds(20));
        }

        next.IsCompleted.ShouldBeFalse();
        await held.DisposeAsync();
        await IsGivenAsync(next);
    }

    [Fact]
    public async Task It_ends_soon_after_a_process_that_died()
    {
        await using var host = await StartAsync();
        await SetAsync(host, _clock.GetUtcNow().AddSeconds(20));
        var next = Lease(host).TakeAsync(User, Token);

        _clock.Advance(TimeSpan.FromSeconds(19));
        next.IsCompleted.ShouldBeFalse();

        _clock.Advance(TimeSpan.FromSeconds(2));
        await IsGivenAsync(next);
    }

    [Fact]
    public async Task One_who_was_held_up_and_lost_it_leaves_that_of_the_next_alone()
    {
        await using var host = await StartAsync();
        var lost = await Lease(host).TakeAsync(User, Token);
        var until = _clock.GetUtcNow().AddSeconds(20);
        await SetAsync(host, until);

        await lost.DisposeAsync();

        (await UntilAsync(host)).ShouldBe(until);
    }

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

    /// <summary>That of another process.</summary>
    private static RenewalLease Lease(CapabilityHost host) => host.NewProcess().GetRequiredService<RenewalLease>();

    /// <summary>The next asks four times a second, of the database too, which takes as long as it takes.</summary>
    private async Task IsGivenAsync(Task<HeldLease> next)
    {
        await Eventually.Is(() =>
        {
            _clock.Advance(Moment);
            return Task.FromResult(next.IsCompleted);
        });
        await (await next).DisposeAsync();
    }

    private static Task<int> SetAsync(CapabilityHost host, DateTimeOffset until) => host.InScopeAsync(services =>
        services.GetRequiredService<StateDb>().Set<GarminAccount>().ExecuteUpdateAsync(
            row => row.SetProperty(account => account.RenewalLeaseUntil, until).SetProperty(account => account.RenewalLeaseOwner, Guid.NewGuid()), Token));

    private static Task<DateTimeOffset?> UntilAsync(CapabilityHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GarminAccount>().Select(account => account.RenewalLeaseUntil).SingleAsync(Token));
}
