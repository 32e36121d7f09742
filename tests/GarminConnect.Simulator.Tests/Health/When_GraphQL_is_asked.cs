using System.Text.Json;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Health;

public class When_GraphQL_is_asked
{
    private const string Year = "startDate:\"2025-06-16\", endDate:\"2026-06-15\"";

    [Fact]
    public async Task A_year_of_daily_summaries_comes_in_one_answer_with_the_rows_of_the_days()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        var rows = (await api.QueryAsync($"query{{userDailySummaryV2Scalar({Year})}}")).GetProperty("data").GetProperty("userDailySummaryV2Scalar").Rows();

        rows.Count.ShouldBeInRange(330, 365);
        rows[^1].GetRawText().ShouldBe((await api.SummaryAsync("2026-06-15")).GetRawText());
    }

    [Theory]
    [InlineData("trainingReadinessRangeScalar", "metrics-service/metrics/trainingreadiness/2026-06-01/2026-06-14")]
    [InlineData("heartRateVariabilityScalar", "hrv-service/hrv/daily/2026-06-01/2026-06-14")]
    [InlineData("weightScalar", "weight-service/weight/range/2026-06-01/2026-06-14")]
    [InlineData("bloodPressureScalar", "bloodpressure-service/bloodpressure/range/2026-06-01/2026-06-14")]
    [InlineData("vo2MaxScalar", "metrics-service/metrics/maxmet/daily/2026-06-01/2026-06-14")]
    [InlineData("enduranceScoreScalar", "metrics-service/metrics/endurancescore/stats?startDate=2026-06-01&endDate=2026-06-14&aggregation=weekly")]
    [InlineData("hillScoreScalar", "metrics-service/metrics/hillscore/stats?startDate=2026-06-01&endDate=2026-06-14&aggregation=daily")]
    [InlineData("trainingStatusWeeklyScalar", "mobile-gateway/usersummary/trainingstatus/weekly/2026-06-01/2026-06-14")]
    public async Task A_scalar_answers_like_its_service(string scalar, string path)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        var answer = await api.QueryAsync($"query{{{scalar}(startDate:\"2026-06-01\", endDate:\"2026-06-14\", aggregation:\"weekly\")}}");

        answer.GetProperty("data").GetProperty(scalar).GetRawText().ShouldBe((await api.GetJsonAsync(path)).GetRawText());
        (await simulator.CountAsync("POST /graphql-gateway/graphql", TestSimulator.Athlete)).ShouldBe(1);
    }

    [Theory]
    [InlineData($"query{{noSuchScalar({Year})}}")]
    [InlineData("query{weightScalar(startDate:\"2026-06-01\")}")]
    [InlineData($"query{{sleepSummariesScalar({Year})}}")]
    [InlineData($"query{{trainingStatusWeeklyScalar({Year}, displayName:\"someone\")}}")]
    [InlineData("")]
    public async Task A_mistake_is_told_within_200(string query)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        var answer = await api.QueryAsync(query);

        answer.GetProperty("errors").Rows()[0].Text("message").ShouldNotBeNullOrEmpty();
        answer.GetProperty("data").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Nights_are_those_of_the_sleep_service()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        var nights = (await api.QueryAsync("query { sleepSummariesScalar(startDate: \"2026-06-01\", endDate: \"2026-06-14\") }")).GetProperty("data").GetProperty("sleepSummariesScalar").Rows();

        nights.Count.ShouldBeGreaterThan(8);
        nights.ShouldAllBe(night => night.Int("totalSleepTimeInSeconds") == simulator.Day(night.Text("calendarDate")!).Night!.AsleepSeconds);
    }
}
