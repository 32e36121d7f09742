using System.Text.Json;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Health;

public class When_GraphQL_is_asked
{
    private const string Year = "startDate:\"2025-06-16\", endDate:\"2026-06-15\"";

    [Fact]
    public async Task A_year_of_daily_summaries_comes_in_one_answer_with_the_oldest_first()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        var rows = await SummariesAsync(api, Year);

        rows.Select(row => row.Text("calendarDate")).ShouldBe(Enumerable.Range(0, 365).Select(day => $"{new DateOnly(2025, 6, 16).AddDays(day):yyyy-MM-dd}"));
        rows.Count(row => row.GetProperty("includesWellnessData").GetBoolean()).ShouldBeInRange(330, 365);
    }

    [Fact]
    public async Task Its_groups_tell_what_the_daily_summary_tells_with_times_in_milliseconds()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        var row = (await SummariesAsync(api, "startDate:\"2026-06-12\", endDate:\"2026-06-12\"")).ShouldHaveSingleItem();
        var summary = await api.SummaryAsync("2026-06-12");

        Inside(row, "movement.steps.value").ShouldBe(Inside(summary, "totalSteps"));
        Inside(row, "movement.floorsAscended.value").ShouldBe(Inside(summary, "floorsAscended"));
        Inside(row, "calories.burnedTotal").ShouldBe(Inside(summary, "totalKilocalories"));
        Inside(row, "heartRate.restingValue").ShouldBe(Inside(summary, "restingHeartRate"));
        Inside(row, "stress.restDurationInMillis").ShouldBe(1000 * Inside(summary, "restStressDuration"));
        Inside(row, "bodyBattery.chargedValue").ShouldBe(Inside(summary, "bodyBatteryChargedValue"));
        Inside(row, "pulseOx.minValue").ShouldBe(Inside(summary, "lowestSpo2"));
        var slept = row.GetProperty("bodyBattery").GetProperty("activityEvents").Rows().ShouldHaveSingleItem();
        slept.Text("eventStartTimeGmt").ShouldNotBe(slept.Text("eventStartTimeLocal"));
        row.GetRawText().ShouldNotContain("null", Case.Sensitive, "what is not there is left out");
    }

    [Fact]
    public async Task A_day_without_the_watch_has_empty_groups()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.NewAthleteAsync("bare@example.com", new { device = "None" });

        var row = (await SummariesAsync(api, "startDate:\"2026-06-12\", endDate:\"2026-06-12\"")).ShouldHaveSingleItem();

        row.GetProperty("includesWellnessData").GetBoolean().ShouldBeFalse();
        row.GetProperty("heartRate").EnumerateObject().ShouldBeEmpty();
        row.GetProperty("bodyBattery").EnumerateObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task It_can_be_made_to_answer_no_more_than_some_days_at_once()
    {
        await using var simulator = await TestSimulator.StartAsync(options => options.GraphQlMostDays = 28);
        using var api = await simulator.SignInAsync();

        (await api.QueryAsync($"query{{userDailySummaryV2Scalar({Year})}}")).GetProperty("errors").Rows().ShouldHaveSingleItem();
        (await SummariesAsync(api, "startDate:\"2026-06-12\", endDate:\"2026-06-12\"")).ShouldHaveSingleItem();
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
        answer.TryGetProperty("data", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Nights_are_those_of_the_sleep_service()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        var nights = (await api.QueryAsync("query { sleepSummariesScalar(startDate: \"2026-06-01\", endDate: \"2026-06-14\") }")).GetProperty("data").GetProperty("sleepSummariesScalar").Rows();

        nights.Count.ShouldBeGreaterThan(8);
        nights.ShouldAllBe(night => night.Int("sleepTimeSeconds") == simulator.Day(night.Text("calendarDate")!).Night!.AsleepSeconds);
    }

    private static async Task<List<JsonElement>> SummariesAsync(HttpClient api, string days) =>
        (await api.QueryAsync($"query{{userDailySummaryV2Scalar({days})}}")).GetProperty("data").GetProperty("userDailySummaryV2Scalar").GetProperty("data").Rows();

    private static double Inside(JsonElement row, string path) => path.Split('.').Aggregate(row, (parent, name) => parent.GetProperty(name)).GetDouble();
}
