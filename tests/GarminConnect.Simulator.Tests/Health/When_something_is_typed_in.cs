using System.Net;
using System.Net.Http.Json;
using GarminConnect.Simulator.Tests.Recordings;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Health;

public class When_something_is_typed_in
{
    private const string Day = "2026-06-14";

    [Fact]
    public async Task A_weight_is_listed_until_it_is_deleted()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var before = await CountAsync();

        using var added = await api.PostAsJsonAsync(
            "weight-service/user-weight",
            new { dateTimestamp = $"{Day}T08:00:00.000", gmtTimestamp = $"{Day}T06:00:00.000", unitKey = "kg", sourceType = "MANUAL", value = 70.5 },
            TestSimulator.Cancel);
        var entry = simulator.Day(Day).WeighIns.Single(entry => entry.Grams == 70_500);
        (await CountAsync()).ShouldBe(before + 1);
        using var deleted = await api.DeleteAsync($"weight-service/weight/{Day}/byversion/{entry.Id}", TestSimulator.Cancel);

        added.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        entry.LocalTime.ShouldBe(new DateTime(2026, 6, 14, 8, 0, 0));
        (await CountAsync()).ShouldBe(before);

        async Task<int> CountAsync() => (await api.GetJsonAsync($"weight-service/weight/dayview/{Day}")).GetProperty("dateWeightList").GetArrayLength();
    }

    [Fact]
    public async Task A_weight_of_the_past_appears_by_the_admin_API()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        using var added = await simulator.Http.PostAsJsonAsync($"admin/athletes/{TestSimulator.Athlete}/health/weights", new { timeLocal = "2026-05-03T23:30:00", kilograms = 71.2 }, TestSimulator.Cancel);

        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await api.GetJsonAsync("weight-service/weight/dayview/2026-05-03")).GetProperty("dateWeightList").Rows()
            .ShouldContain(row => row.GetProperty("weight").GetDouble() == 71_200 && row.Text("sourceType") == "MANUAL");
    }

    [Fact]
    public async Task A_drink_is_added_and_answered_as_recorded()
    {
        var recorded = await Recording.BodyAsync("stats-daily-hydration-log-1");
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var before = simulator.Day(Day).Hydration.Milliliters ?? 0;

        using var answer = await api.PutAsJsonAsync(
            "usersummary-service/usersummary/hydration/log",
            new { valueInML = "500.0", timestampLocal = $"{Day}T15:30:00.0", userProfileId = "1000001" },
            TestSimulator.Cancel);
        var day = await answer.ReadAsync();

        day.GetProperty("valueInML").GetDouble().ShouldBe(before + 500);
        day.Text("lastEntryTimestampLocal").ShouldBe($"{Day}T15:30:00.0");
        Recording.Differences(day, [recorded]).ShouldBeEmpty();
        Recording.Missing(day, recorded).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_blood_pressure_is_listed_and_an_impossible_one_refused()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        using var added = await PostAsync(121);
        using var refused = await PostAsync(400);

        added.StatusCode.ShouldBe(HttpStatusCode.OK);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await api.GetJsonAsync($"bloodpressure-service/bloodpressure/range/{Day}/{Day}")).GetProperty("measurementSummaries").Rows().Single()
            .GetProperty("measurements").Rows().ShouldContain(row => row.Int("systolic") == 121 && row.Text("categoryName") == "ELEVATED");

        Task<HttpResponseMessage> PostAsync(int systolic) => api.PostAsJsonAsync(
            "bloodpressure-service/bloodpressure",
            new { measurementTimestampLocal = $"{Day}T09:00:00.0", measurementTimestampGMT = $"{Day}T07:00:00.0", systolic, diastolic = 75, pulse = 60, sourceType = "MANUAL", notes = "" },
            TestSimulator.Cancel);
    }
}
