using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Health;

public class When_curves_are_in_slow_storage
{
    private const string Old = "2026-01-10";

    [Fact]
    public async Task Averages_stay_and_curves_come_back_when_they_are_asked_for()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.NewAthleteAsync("x@example.com", new { curvesKeptDays = 90, gapShare = 0 });

        var stored = await api.GetJsonAsync($"wellness-service/wellness/dailyStress/{Old}");
        var sleep = await api.GetJsonAsync($"sleep-service/sleep/dailySleepData?date={Old}");
        using var asked = await api.PostAsync($"wellness-service/wellness/epoch/request/{Old}", null, TestSimulator.Cancel);
        var loaded = await api.GetJsonAsync($"wellness-service/wellness/dailyStress/{Old}");
        using var again = await api.PostAsync($"wellness-service/wellness/epoch/request/{Old}", null, TestSimulator.Cancel);

        stored.GetProperty("stressValuesArray").GetArrayLength().ShouldBe(0);
        stored.Int("avgStressLevel").ShouldBe(loaded.Int("avgStressLevel"));
        sleep.GetProperty("sleepLevels").GetArrayLength().ShouldBe(0);
        sleep.GetProperty("dailySleepDTO").Int("sleepTimeSeconds").ShouldBeGreaterThan(0);
        loaded.GetProperty("stressValuesArray").GetArrayLength().ShouldBe(480);
        (await asked.ReadAsync()).Text("status").ShouldBe("SUBMITTED");
        (await again.ReadAsync()).Text("status").ShouldBe("COMPLETE");
        (await api.GetJsonAsync("wellness-service/wellness/dailyStress/2026-06-10")).GetProperty("stressValuesArray").GetArrayLength().ShouldBe(480);
    }
}
