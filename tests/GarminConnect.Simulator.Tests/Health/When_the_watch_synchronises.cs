using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Health;

public class When_the_watch_synchronises
{
    private const string Health = $"admin/athletes/{TestSimulator.Athlete}/health";

    [Fact]
    public async Task Today_ends_at_the_last_quarter_of_an_hour()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        simulator.Clock.Advance(TimeSpan.FromMinutes(7));

        var summary = await api.SummaryAsync("2026-06-15");
        var stress = await api.GetJsonAsync("wellness-service/wellness/dailyStress/2026-06-15");
        var heart = await api.GetJsonAsync("wellness-service/wellness/dailyHeartRate/?date=2026-06-15");

        summary.Text("wellnessEndTimeGmt").ShouldBe("2026-06-15T12:00:00.0");
        summary.Text("lastSyncTimestampGMT").ShouldBe("2026-06-15T12:00:00.0");
        stress.Text("endTimestampLocal").ShouldBe("2026-06-15T14:00:00.0");
        heart.Text("endTimestampGMT").ShouldBe("2026-06-15T22:00:00.0");
        DateTimeOffset.FromUnixTimeMilliseconds(heart.GetProperty("heartRateValues").Rows()[^1][0].GetInt64()).ShouldBe(simulator.Clock.GetUtcNow().AddMinutes(-9));
    }

    [Fact]
    public async Task Values_of_today_grow_and_those_of_yesterday_stay()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var (yesterday, today) = ((await api.SummaryAsync("2026-06-14")).GetRawText(), (await api.SummaryAsync("2026-06-15")).Int("totalSteps"));

        simulator.Clock.Advance(TimeSpan.FromHours(5));

        (await api.SummaryAsync("2026-06-14")).GetRawText().ShouldBe(yesterday);
        (await api.SummaryAsync("2026-06-15")).Int("totalSteps").ShouldBeGreaterThan(today);
    }

    [Fact]
    public async Task Days_since_the_last_time_are_empty_until_it_does()
    {
        await using var simulator = await TestSimulator.StartAsync(options => options.Athletes.Add(new() { Email = "x@example.com", GapShare = 0 }));
        using var api = await simulator.SignInAsync("x@example.com");
        const string Sync = "admin/athletes/x@example.com/health/last-sync";

        using var late = await simulator.Http.PutAsJsonAsync(Sync, new { at = "2026-06-12T10:00:00Z" }, TestSimulator.Cancel);
        var before = await api.SummaryAsync("2026-06-13");
        var partial = await api.SummaryAsync("2026-06-12");
        var lastUsed = await api.GetJsonAsync("device-service/deviceservice/mylastused");
        using var now = await simulator.Http.PutAsJsonAsync(Sync, new { at = (string?)null }, TestSimulator.Cancel);
        var after = await api.SummaryAsync("2026-06-13");

        before.GetProperty("totalSteps").ValueKind.ShouldBe(JsonValueKind.Null);
        partial.Int("durationInMilliseconds").ShouldBe(12 * 3_600_000);
        lastUsed.GetProperty("lastUsedDeviceUploadTime").GetInt64().ShouldBe(new DateTimeOffset(2026, 6, 12, 10, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds());
        after.Int("totalSteps").ShouldBe(simulator.Day("2026-06-13", "x@example.com").Movement!.Steps);
    }

    [Fact]
    public async Task A_day_of_the_past_gets_other_values_and_no_other_day_does()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var (before, neighbour) = (await api.SummaryAsync("2026-05-02"), await api.SummaryAsync("2026-05-04"));

        using var answer = await simulator.Http.PostAsync($"{Health}/days/2026-05-02/measure", null, TestSimulator.Cancel);
        var after = await api.SummaryAsync("2026-05-02");

        after.Int("totalSteps").ShouldNotBe(before.Int("totalSteps"));
        after.Int("totalSteps").ShouldBe(simulator.Day("2026-05-02").Movement!.Steps);
        (await api.SummaryAsync("2026-05-04")).Int("totalSteps").ShouldBe(neighbour.Int("totalSteps"));
    }

    [Fact]
    public async Task A_gap_can_be_filled_and_made()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.NewAthleteAsync("x@example.com", new { gapShare = 1 });
        const string One = "admin/athletes/x@example.com/health/days/2026-06-10";

        using var filled = await simulator.Http.PostAsync($"{One}/measure", null, TestSimulator.Cancel);
        (await api.SummaryAsync("2026-06-10")).GetProperty("includesWellnessData").GetBoolean().ShouldBeTrue();
        using var cleared = await simulator.Http.DeleteAsync(One, TestSimulator.Cancel);
        (await api.SummaryAsync("2026-06-10")).GetProperty("includesWellnessData").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task The_athletes_day_follows_the_configured_one()
    {
        await using var simulator = await TestSimulator.StartAsync(options => options.Today = new DateOnly(2025, 3, 30));
        using var api = await simulator.SignInAsync();

        var rows = (await api.GetJsonAsync("usersummary-service/stats/steps/daily/2025-03-20/2025-04-10")).Rows();

        rows[^1].Text("calendarDate").ShouldBe("2025-03-30");
    }
}
