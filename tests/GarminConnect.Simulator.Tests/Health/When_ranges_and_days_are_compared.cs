using System.Text.Json;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Health;

/// <summary>What a range says of a day is what the day says of itself, and both are the truth.</summary>
public class When_ranges_and_days_are_compared
{
    private const string From = "2026-05-19";
    private const string To = "2026-06-15";

    [Fact]
    public async Task They_agree()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var steps = await RowsAsync(api, "usersummary-service/stats/steps/daily");
        var heart = await RowsAsync(api, "usersummary-service/stats/heartRate/daily");
        var stress = await RowsAsync(api, "usersummary-service/stats/stress/daily");
        var battery = await RowsAsync(api, "usersummary-service/stats/bodybattery/daily");
        var floors = await RowsAsync(api, "usersummary-service/stats/floors/daily");
        var minutes = await RowsAsync(api, "usersummary-service/stats/im/daily");
        var breaths = await RowsAsync(api, "usersummary-service/stats/respiration/daily");

        foreach (var day in steps.Keys)
        {
            var (truth, summary) = (simulator.Day(day), await api.SummaryAsync(day));
            if (!truth.Measured)
            {
                steps[day].GetProperty("totalSteps").ValueKind.ShouldBe(JsonValueKind.Null);
                heart.ShouldNotContainKey(day);
                continue;
            }

            steps[day].Int("totalSteps").ShouldBe(summary.Int("totalSteps"));
            steps[day].Int("totalSteps").ShouldBe(truth.Movement!.Steps);
            steps[day].Int("totalDistance").ShouldBe(summary.Int("totalDistanceMeters"));
            heart[day].Int("restingHR").ShouldBe(summary.Int("restingHeartRate"));
            heart[day].Int("wellnessMaxAvgHR").ShouldBe(summary.Int("maxAvgHeartRate"));
            stress[day].Int("overallStressLevel").ShouldBe(summary.Int("averageStressLevel"));
            stress[day].Int("restStressDuration").ShouldBe(summary.Int("restStressDuration"));
            battery[day].Int("highBodyBattery").ShouldBe(summary.Int("bodyBatteryHighestValue"));
            battery[day].Int("lowBodyBattery").ShouldBe(summary.Int("bodyBatteryLowestValue"));
            floors[day].GetProperty("wellnessFloorsAscended").GetDouble().ShouldBe(summary.GetProperty("floorsAscended").GetDouble());
            minutes[day].Int("moderateValue").ShouldBe(summary.Int("moderateIntensityMinutes"));
            minutes[day].Int("vigorousValue").ShouldBe(summary.Int("vigorousIntensityMinutes"));
            breaths[day].GetProperty("avgWakingRespiration").GetDouble().ShouldBe(summary.GetProperty("avgWakingRespirationValue").GetDouble());
        }
    }

    [Fact]
    public async Task A_summary_is_what_its_curves_add_up_to()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        const string Day = "2026-06-14";
        simulator.Day(Day).Complete.ShouldBeTrue();

        var summary = await api.SummaryAsync(Day);
        var heart = (await api.GetJsonAsync($"wellness-service/wellness/dailyHeartRate/?date={Day}")).GetProperty("heartRateValues").Rows();
        var stress = await api.GetJsonAsync($"wellness-service/wellness/dailyStress/{Day}");
        var chart = (await api.GetJsonAsync($"wellness-service/wellness/dailySummaryChart/?date={Day}")).Rows();
        var levels = stress.GetProperty("stressValuesArray").Rows().ConvertAll(row => row[1].GetInt32());
        var battery = stress.GetProperty("bodyBatteryValuesArray").Rows().ConvertAll(row => row[2].GetInt32());

        chart.Sum(quarter => quarter.Int("steps")).ShouldBe(summary.Int("totalSteps"));
        heart.Max(row => row[1].GetInt32()).ShouldBe(summary.Int("maxHeartRate"));
        heart.Min(row => row[1].GetInt32()).ShouldBe(summary.Int("minHeartRate"));
        levels.Count(level => level is >= 0 and <= 25).ShouldBe(summary.Int("restStressDuration") / 180);
        levels.Count(level => level == -2).ShouldBe(summary.Int("activityStressDuration") / 180);
        Math.Round(levels.Where(level => level >= 0).Average()).ShouldBe(summary.Int("averageStressLevel"));
        battery.Max().ShouldBe(summary.Int("bodyBatteryHighestValue"));
        battery[^1].ShouldBe(summary.Int("bodyBatteryMostRecentValue"));
    }

    [Fact]
    public async Task A_night_is_the_same_in_each_answer()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var range = (await api.GetJsonAsync($"sleep-service/stats/sleep/daily/{From}/{To}")).GetProperty("individualStats").Rows();
        var scores = (await api.GetJsonAsync($"wellness-service/stats/daily/sleep/score/{From}/{To}")).Rows().ToDictionary(row => row.Text("calendarDate")!, row => row.GetProperty("value"));

        range.Count.ShouldBeGreaterThan(20);
        foreach (var row in range)
        {
            var day = row.Text("calendarDate")!;
            var values = row.GetProperty("values");
            var night = simulator.Day(day).Night!;
            var sleep = (await api.GetJsonAsync($"sleep-service/sleep/dailySleepData?date={day}")).GetProperty("dailySleepDTO");

            sleep.Int("sleepTimeSeconds").ShouldBe(values.Int("totalSleepTimeInSeconds"));
            sleep.Int("deepSleepSeconds").ShouldBe(values.Int("deepTime"));
            sleep.GetProperty("sleepScores").GetProperty("overall").Int("value").ShouldBe(scores[day].GetInt32());
            values.Int("sleepScore").ShouldBe(night.Score);
            values.GetProperty("gmtSleepStartTimeInMillis").GetInt64().ShouldBe(night.Start.ToUnixTimeMilliseconds());
            (values.GetProperty("localSleepEndTimeInMillis").GetInt64() - values.GetProperty("gmtSleepEndTimeInMillis").GetInt64()).ShouldBe(2 * 3_600_000);
        }
    }

    [Fact]
    public async Task Three_statistics_in_one_call_are_those_of_the_days()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var name = await api.DisplayNameAsync();

        var all = (await api.GetJsonAsync($"userstats-service/wellness/daily/{name}?fromDate={From}&untilDate={To}&metricId=22&metricId=23&metricId=60")).GetProperty("allMetrics").GetProperty("metricsMap");

        foreach (var row in all.GetProperty("WELLNESS_RESTING_HEART_RATE").Rows())
        {
            row.GetProperty("value").GetDouble().ShouldBe(simulator.Day(row.Text("calendarDate")!).Heart!.Resting);
        }

        all.GetProperty("WELLNESS_ACTIVE_CALORIES").GetArrayLength().ShouldBe(all.GetProperty("WELLNESS_BMR_CALORIES").GetArrayLength());
    }

    private static async Task<Dictionary<string, JsonElement>> RowsAsync(HttpClient api, string path) =>
        (await api.GetJsonAsync($"{path}/{From}/{To}")).Rows().ToDictionary(row => row.Text("calendarDate")!, row => row.TryGetProperty("values", out var values) ? values : row);
}
