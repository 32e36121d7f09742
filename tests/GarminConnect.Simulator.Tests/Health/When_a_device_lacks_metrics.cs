using System.Net;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Health;

public class When_a_device_lacks_metrics
{
    private const string Day = "2026-06-14";

    [Fact]
    public async Task A_band_counts_steps_and_says_nothing_about_training()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.NewAthleteAsync("x@example.com", new { device = "Band", gapShare = 0 });

        var summary = await api.SummaryAsync(Day);
        var status = await api.GetJsonAsync($"metrics-service/metrics/trainingstatus/aggregated/{Day}");
        var weekly = await api.GetJsonAsync($"mobile-gateway/usersummary/trainingstatus/weekly/2026-06-01/{Day}");
        var sleep = await api.GetJsonAsync($"sleep-service/sleep/dailySleepData?date={Day}");
        var device = (await api.GetJsonAsync("device-service/deviceregistration/devices")).Rows().Single();

        summary.Int("totalSteps").ShouldBeGreaterThan(0);
        summary.GetProperty("averageSpo2").ValueKind.ShouldBe(JsonValueKind.Null);
        sleep.GetProperty("dailySleepDTO").Int("sleepTimeSeconds").ShouldBeGreaterThan(0);
        sleep.GetProperty("hrvData").ValueKind.ShouldBe(JsonValueKind.Null);
        status.GetProperty("mostRecentTrainingStatus").ValueKind.ShouldBe(JsonValueKind.Null);
        weekly.GetProperty("weeklyTrainingStatus").GetProperty("payload").GetProperty("reportData").EnumerateObject().ShouldBeEmpty();
        device.GetProperty("hrvStatusCapable").GetBoolean().ShouldBeFalse();
        device.GetProperty("allDayStressCapable").GetBoolean().ShouldBeTrue();
        await NoContentAsync(api, $"hrv-service/hrv/{Day}", $"fitnessage-service/fitnessage/{Day}", $"metrics-service/metrics/hillscore?calendarDate={Day}");
        foreach (var path in new[] { $"metrics-service/metrics/trainingreadiness/{Day}", $"metrics-service/metrics/maxmet/daily/2026-05-01/{Day}" })
        {
            (await api.GetStringAsync(path, TestSimulator.Cancel)).ShouldBe("[]");
        }

        (await api.GetJsonAsync($"bloodpressure-service/bloodpressure/range/2025-06-01/{Day}")).GetProperty("measurementSummaries").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_device_there_are_weights_and_drinks()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.NewAthleteAsync("x@example.com", new { device = "None" });

        (await api.SummaryAsync(Day)).GetProperty("includesWellnessData").GetBoolean().ShouldBeFalse();
        (await api.GetJsonAsync($"usersummary-service/stats/steps/daily/2026-06-01/{Day}")).GetArrayLength().ShouldBe(0);
        (await api.GetJsonAsync("device-service/deviceregistration/devices")).GetArrayLength().ShouldBe(0);
        (await api.GetJsonAsync($"weight-service/weight/range/2026-05-01/{Day}")).GetProperty("dailyWeightSummaries").GetArrayLength().ShouldBeGreaterThan(0);
        (await api.GetJsonAsync($"usersummary-service/stats/hydration/daily/2026-06-01/{Day}")).GetArrayLength().ShouldBeGreaterThan(0);
    }

    private static async Task NoContentAsync(HttpClient api, params string[] paths)
    {
        foreach (var path in paths)
        {
            using var answer = await api.GetAsync(path, TestSimulator.Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.NoContent, path);
        }
    }
}
