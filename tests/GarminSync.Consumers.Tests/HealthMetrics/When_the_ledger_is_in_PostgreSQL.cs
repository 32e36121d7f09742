using GarminConnect.Client.Health;
using GarminSync.Consumers.HealthMetrics;
using GarminSync.Testing;
using Shouldly;
using Xunit;
using static GarminSync.Consumers.Tests.HealthMetrics.HealthHost;

namespace GarminSync.Consumers.Tests.HealthMetrics;

/// <summary>What the other tests show on SQLite, once through on the other database.</summary>
public sealed class When_the_ledger_is_in_PostgreSQL(PostgreSqlServer postgres)
{
    private const string Hydration = "usersummary-service/stats/hydration/daily";

    [Fact]
    public async Task It_finds_what_is_open_what_is_absent_and_what_is_refused()
    {
        var database = await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        await using var host = await StartAsync(
            [("State:Provider", "PostgreSql"), ("State:ConnectionString", database)],
            (Hydration, """[{"calendarDate":"2026-03-01","valueInML":250.0,"goalInML":2000.0}]"""),
            ("sleep-service/stats", Nights(new DayRange(Today.AddDays(-13), Today).Days)),
            ("hrv-service", "403"));

        (await host.SyncAsync(Scope())).Sum(synced => synced.NewValues).ShouldBe(2 + 14);

        var again = await host.PlanAsync(Scope());
        again.SelectMany(order => order.Metrics).ShouldContain("hydration");
        again.SelectMany(order => order.Metrics).ShouldNotContain("weight", "nothing ever came of it");
        again.ShouldNotContain(order => order.Endpoint == "hrv_range", "it was refused");
        (await host.LedgerAsync("hydration")).Single(row => row.State == MetricDayState.Stored).Day.ShouldBe(Today);
    }
}
