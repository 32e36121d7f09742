using System.Diagnostics.Metrics;
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
    private static readonly Trouble Unending = new(TroubleAction.WaitOutRateLimit, "Garmin limits requests", DateTimeOffset.MaxValue, UntilIsGuess: true);

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
    public async Task A_needed_login_that_has_come_since_is_not_noted()
    {
        var clock = new ManualClock();
        await using var host = await StartAsync(clock);
        await host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GarminAccount>().ExecuteUpdateAsync(
            row => row.SetProperty(account => account.LinkedAt, clock.GetUtcNow())));

        _context.SentTime.Returns(clock.GetUtcNow().UtcDateTime.AddSeconds(-1));
        await RememberAsync(host, new Trouble(TroubleAction.WaitForLogin, "Garmin wants a login"));
        (await AccountAsync(host)).NeedsLogin.ShouldBeFalse();

        _context.SentTime.Returns(clock.GetUtcNow().UtcDateTime.AddSeconds(1));
        await RememberAsync(host, new Trouble(TroubleAction.WaitForLogin, "Garmin wants a login"));
        (await AccountAsync(host)).NeedsLogin.ShouldBeTrue();
    }

    [Fact]
    public async Task An_account_that_was_unlinked_meanwhile_needs_no_login()
    {
        await using var host = await StartAsync();
        await host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GarminAccount>().ExecuteUpdateAsync(
            row => row.SetProperty(account => account.Linked, false)));

        await RememberAsync(host, new Trouble(TroubleAction.WaitForLogin, "Garmin wants a login"));

        (await AccountAsync(host)).NeedsLogin.ShouldBeFalse();
        _context.ReceivedCalls().ShouldNotContain(call => call.GetMethodInfo().Name == nameof(ConsumeContext.Publish));
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
    public async Task A_rate_limit_without_an_end_gives_longer_pauses_each_time()
    {
        var clock = new ManualClock();
        await using var host = await StartAsync(clock);

        (await PausesAsync(host, clock, times: 5)).ShouldBe([30, 60, 120, 120, 120]);
    }

    [Fact]
    public async Task An_end_that_was_too_early_is_believed_once_and_then_gives_longer_pauses_each_time()
    {
        var clock = new ManualClock();
        await using var host = await StartAsync(clock);

        (await PausesAsync(host, clock, times: 4, () => Unending with { Until = clock.GetUtcNow().AddSeconds(30), UntilIsGuess = false })).ShouldBe([0.5, 1, 2, 4]);
    }

    [Fact]
    public async Task An_end_that_Garmin_tells_does_not_end_a_longer_pause()
    {
        var clock = new ManualClock();
        await using var host = await StartAsync(clock);
        var pause = await RememberAsync(host, Unending);

        await RememberAsync(host, Unending with { Until = clock.GetUtcNow().AddSeconds(5), UntilIsGuess = false });

        (await AccountAsync(host)).RateLimitedUntil.ShouldBe(pause.Until);
    }

    [Fact]
    public async Task An_end_that_Garmin_tells_again_is_kept_when_it_is_later_than_the_pause_would_be()
    {
        var clock = new ManualClock();
        await using var host = await StartAsync(clock);

        (await PausesAsync(host, clock, times: 3, () => Unending with { Until = clock.GetUtcNow().AddHours(3), UntilIsGuess = false })).ShouldBe([180, 180, 180]);
    }

    [Fact]
    public async Task A_limit_at_the_very_end_of_the_pause_is_another_one()
    {
        var clock = new ManualClock();
        await using var host = await StartAsync(clock);
        clock.Advance((await RememberAsync(host, Unending)).Until!.Value - clock.GetUtcNow());

        (await PausesAsync(host, clock, times: 1)).ShouldBe([60]);
    }

    [Fact]
    public async Task Two_calls_that_are_limited_at_once_are_one_time()
    {
        var clock = new ManualClock();
        await using var host = await StartAsync(clock);
        var first = await RememberAsync(host, Unending);
        clock.Advance(TimeSpan.FromSeconds(2));

        (await RememberAsync(host, Unending)).Until.ShouldBe(first.Until);

        clock.Advance(TimeSpan.FromMinutes(30));
        (await PausesAsync(host, clock, times: 1)).ShouldBe([60]);
    }

    [Fact]
    public async Task Limits_are_counted_and_those_during_a_pause_are_not()
    {
        var clock = new ManualClock();
        await using var host = await StartAsync(clock);
        var begun = 0;
        var mine = new AsyncLocal<bool> { Value = true };
        using var meters = new MeterListener { InstrumentPublished = (instrument, self) => EnableLimits(instrument, self) };
        meters.SetMeasurementEventCallback<long>((_, _, _, _) => begun += mine.Value ? 1 : 0); // other tests are limited too
        meters.Start();

        await RememberAsync(host, Unending);
        await RememberAsync(host, Unending);

        begun.ShouldBe(1);
    }

    [Fact]
    public async Task Work_that_goes_well_after_the_pause_makes_the_next_one_short_again()
    {
        var clock = new ManualClock();
        await using var host = await StartAsync(clock);
        await PausesAsync(host, clock, times: 3);

        await ForgetAsync(host);

        (await PausesAsync(host, clock, times: 2)).ShouldBe([30, 60]);
    }

    [Fact]
    public async Task Work_that_was_under_way_when_the_pause_began_says_nothing()
    {
        var clock = new ManualClock();
        await using var host = await StartAsync(clock);
        await RememberAsync(host, Unending);

        await ForgetAsync(host);

        clock.Advance(TimeSpan.FromMinutes(31));
        (await PausesAsync(host, clock, times: 1)).ShouldBe([60]);
    }

    [Fact]
    public async Task The_trouble_of_one_item_is_not_the_account_s()
    {
        await using var host = await StartAsync();

        await RememberAsync(host, new Trouble(TroubleAction.TryAgain, "Garmin answered 500"));

        var account = await AccountAsync(host);
        (account.NeedsLogin, account.RateLimitedUntil).ShouldBe((false, null));
    }

    private static void EnableLimits(Instrument instrument, MeterListener listener)
    {
        if (instrument.Name == "garminsync.limits")
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private static async Task<CapabilityHost> StartAsync(TimeProvider? clock = null)
    {
        var host = await CapabilityHost.StartAsync(Answer.Status(503), clock ?? TimeProvider.System);
        await host.InScopeAsync(services =>
        {
            services.GetRequiredService<StateDb>().Add(new GarminAccount { UserId = SyncHost.User, Linked = true });
            return Task.CompletedTask;
        });
        return host;
    }

    private static Task<GarminAccount> AccountAsync(CapabilityHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GarminAccount>().AsNoTracking().SingleAsync());

    private Task<Trouble> RememberAsync(CapabilityHost host, Trouble trouble) =>
        host.InScopeAsync(services => services.GetRequiredService<AccountTrouble>().RememberAsync(_context, SyncHost.User, trouble));

    private static Task ForgetAsync(CapabilityHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<AccountTrouble>().ForgetRateLimitsAsync(SyncHost.User, CancellationToken.None));

    /// <summary>Is limited again each time that the pause is over. Returns the pauses in minutes.</summary>
    private async Task<List<double>> PausesAsync(CapabilityHost host, ManualClock clock, int times, Func<Trouble>? limit = null)
    {
        var pauses = new List<double>();
        for (var time = 0; time < times; time++)
        {
            var until = (await RememberAsync(host, limit?.Invoke() ?? Unending)).Until!.Value;
            pauses.Add((until - clock.GetUtcNow()).TotalMinutes);
            clock.Advance(until - clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        }

        return pauses;
    }
}
