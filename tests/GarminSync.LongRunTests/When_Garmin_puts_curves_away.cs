using GarminConnect.Simulator;
using GarminConnect.Simulator.Athletes;
using GarminSync.Contracts;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.LongRunTests;

public sealed class When_Garmin_puts_curves_away
{
    private const string Email = "runner@example.com";

    private static readonly DateTimeOffset Start = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task CentralDB_keeps_them_whoever_asks_again()
    {
        var clock = new ShiftedClock(Start);
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions
        {
            Clock = clock,
            DefaultActivities = 0,
            Athletes = [new AthleteSpec { Email = Email, Activities = 0, GapShare = 0, CurvesKeptDays = 30 }],
        });
        await using var centralDb = await CentralDbUnderTest.StartAsync();
        await using var product = await Product.StartAsync(garmin.BaseAddress, centralDb.Url, clock);
        var user = (await product.LinkAsync(Email)).ShouldNotBeNull();
        var days = new SyncRequested { UserId = user, StartDate = "2026-03-06", EndDate = "2026-03-07", Detail = SyncDetails.Intraday, Kinds = [SyncKinds.Health], Force = true };
        await product.SyncAsync(days);
        await product.PassAsync(TimeSpan.FromMinutes(10));
        var before = await centralDb.HealthAsync(user);
        before.Count.ShouldBeGreaterThan(1000);

        await product.PassAsync(TimeSpan.FromDays(60));
        await product.SyncAsync(days);
        await product.PassAsync(TimeSpan.FromMinutes(10));

        (await product.OpenJobsAsync()).ShouldBeEmpty();
        (await centralDb.HealthAsync(user)).ShouldBe(before);
    }
}
