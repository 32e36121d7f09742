using GarminSync.Consumers.HealthMetrics;
using Shouldly;
using Xunit;
using static GarminSync.Consumers.Tests.HealthMetrics.HealthHost;

namespace GarminSync.Consumers.Tests.HealthMetrics;

/// <summary>After some months Garmin gives no curves any more, or zeros.</summary>
public sealed class When_curves_are_put_away
{
    [Theory]
    [InlineData("heart_rate_intraday", "wellness-service/wellness/dailyHeartRate",
        """{"calendarDate":"2026-03-01","heartRateValues":[[1772348400000,51],[1772348520000,53]]}""", """{"calendarDate":"2026-03-01","restingHeartRate":50,"heartRateValues":null}""")]
    [InlineData("stress_intraday", "wellness-service/wellness/dailyStress",
        """{"calendarDate":"2026-03-01","stressValuesArray":[[1772348400000,20],[1772348580000,30]]}""", """{"calendarDate":"2026-03-01","stressValuesArray":[[1772348400000,0],[1772348580000,0]]}""")]
    [InlineData("floors_intraday", "wellness-service/wellness/floorsChartData",
        """{"calendarDate":"2026-03-01","floorValuesArray":[["2026-03-01T07:00:00.0","2026-03-01T07:15:00.0",2,1]]}""",
        """{"calendarDate":"2026-03-01","floorValuesArray":[["2026-03-01T07:00:00.0","2026-03-01T07:15:00.0",0,0]]}""")]
    [InlineData("steps_intraday", "wellness-service/wellness/dailySummaryChart",
        """[{"startGMT":"2026-03-01T09:00:00.0","endGMT":"2026-03-01T09:15:00.0","steps":99,"primaryActivityLevel":"active"}]""",
        """[{"startGMT":"2026-03-01T09:00:00.0","endGMT":"2026-03-01T09:15:00.0","steps":0,"primaryActivityLevel":"none"}]""")]
    public async Task Force_leaves_in_CentralDB_what_Garmin_has_no_longer(string metric, string path, string before, string after)
    {
        await using var host = await StartAsync((path, before));
        var scope = Scope(Today, Today, metric) with { Force = true };
        await host.SyncAsync(scope);
        var (points, row) = (host.Host.Metrics.Keys.ToList(), (await host.LedgerAsync(metric)).ShouldHaveSingleItem());
        points.ShouldNotBeEmpty();

        host.Clock.Advance(TimeSpan.FromDays(200));
        host.Host.Garmin.AnswerWith(Garmin((path, after)));
        await host.SyncAsync(scope);

        host.Host.Metrics.Keys.ShouldBe(points, ignoreOrder: true);
        var left = (await host.LedgerAsync(metric)).ShouldHaveSingleItem();
        (left.State, left.ValuesHash, left.FromDevice).ShouldBe((MetricDayState.Stored, row.ValuesHash, true));
        left.AskedAt.ShouldBe(host.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
    }
}
