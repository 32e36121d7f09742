using System.Net;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Health;

public class When_a_day_has_no_data
{
    [Fact]
    public async Task Nothing_measured_is_told_of_a_day_on_which_the_watch_was_not_worn()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.NewAthleteAsync("x@example.com", new { gapShare = 1 });

        await NothingAsync(api, "2026-06-10");
        (await api.GetJsonAsync("usersummary-service/stats/steps/daily/2026-06-10/2026-06-10")).Rows().Single().GetProperty("totalSteps").ValueKind.ShouldBe(JsonValueKind.Null);
        (await api.GetJsonAsync("wellness-service/stats/daily/sleep/score/2026-06-10/2026-06-10")).Rows().Single().GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        (await api.GetJsonAsync("wellness-service/wellness/bodyBattery/reports/daily?startDate=2026-06-10&endDate=2026-06-10")).Rows().Single()
            .GetProperty("charged").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("2026-06-16")]
    [InlineData("2025-05-11")]
    public async Task Not_even_a_row_is_there_for_the_future_and_before_the_first_day(string day)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        await NothingAsync(api, day);
        (await api.GetJsonAsync($"usersummary-service/stats/steps/daily/{day}/{day}")).GetArrayLength().ShouldBe(0);
        (await api.GetJsonAsync($"weight-service/weight/range/{day}/{day}")).GetProperty("dailyWeightSummaries").GetArrayLength().ShouldBe(0);
        (await api.GetJsonAsync($"bloodpressure-service/bloodpressure/range/{day}/{day}")).GetProperty("measurementSummaries").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_history_is_as_long_as_it_was_wanted()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.NewAthleteAsync("x@example.com", new { healthDays = 3, gapShare = 0 });

        var rows = (await api.GetJsonAsync("usersummary-service/stats/steps/daily/2026-06-01/2026-06-20")).Rows();

        rows.ConvertAll(row => row.Text("calendarDate")).ShouldBe(["2026-06-13", "2026-06-14", "2026-06-15"]);
    }

    [Fact]
    public async Task Some_days_of_a_long_history_are_gaps()
    {
        await using var simulator = await TestSimulator.StartAsync();

        var gaps = Enumerable.Range(1, 399).Count(back => !simulator.Day($"{new DateOnly(2026, 6, 15).AddDays(-back):yyyy-MM-dd}").Measured);

        gaps.ShouldBeInRange(4, 40);
    }

    private static async Task NothingAsync(HttpClient api, string day)
    {
        var summary = await api.SummaryAsync(day);
        summary.GetProperty("includesWellnessData").GetBoolean().ShouldBeFalse();
        summary.GetProperty("totalSteps").ValueKind.ShouldBe(JsonValueKind.Null);
        summary.GetProperty("restingHeartRate").ValueKind.ShouldBe(JsonValueKind.Null);
        (await api.GetJsonAsync($"wellness-service/wellness/dailyHeartRate/?date={day}")).GetProperty("heartRateValues").ValueKind.ShouldBe(JsonValueKind.Null);
        (await api.GetJsonAsync($"sleep-service/sleep/dailySleepData?date={day}")).GetProperty("dailySleepDTO").GetProperty("id").ValueKind.ShouldBe(JsonValueKind.Null);
        (await api.GetJsonAsync($"wellness-service/wellness/dailyStress/{day}")).GetProperty("stressValuesArray").ValueKind.ShouldBe(JsonValueKind.Null);
        (await api.GetStringAsync($"metrics-service/metrics/trainingreadiness/{day}", TestSimulator.Cancel)).ShouldBe("[]");
        (await api.GetStringAsync($"metrics-service/metrics/maxmet/daily/{day}/{day}", TestSimulator.Cancel)).ShouldBe("[]");
        (await api.GetStringAsync($"usersummary-service/stats/stress/daily/{day}/{day}", TestSimulator.Cancel)).ShouldBe("[]");
        foreach (var path in new[] { $"hrv-service/hrv/{day}", $"hrv-service/hrv/daily/{day}/{day}", $"metrics-service/metrics/hillscore?calendarDate={day}", $"metrics-service/metrics/endurancescore?calendarDate={day}" })
        {
            using var answer = await api.GetAsync(path, TestSimulator.Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.NoContent, path);
        }
    }
}
