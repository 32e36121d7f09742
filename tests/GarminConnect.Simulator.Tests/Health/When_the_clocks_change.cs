using GarminConnect.Simulator.Health;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Health;

public class When_the_clocks_change
{
    [Theory]
    [InlineData("2026-03-29", 23, "2026-03-28T23:00:00.0", "2026-03-29T22:00:00.0")]
    [InlineData("2025-10-26", 25, "2025-10-25T22:00:00.0", "2025-10-26T23:00:00.0")]
    [InlineData("2026-06-10", 24, "2026-06-09T22:00:00.0", "2026-06-10T22:00:00.0")]
    public async Task A_day_is_an_hour_shorter_or_longer(string day, int hours, string start, string end)
    {
        await using var simulator = await TestSimulator.StartAsync(options => options.Athletes.Add(new() { Email = "x@example.com", GapShare = 0 }));
        using var api = await simulator.SignInAsync("x@example.com");

        var summary = await api.SummaryAsync(day);
        var chart = await api.GetJsonAsync($"wellness-service/wellness/dailySummaryChart/?date={day}");

        summary.Int("durationInMilliseconds").ShouldBe(hours * 3_600_000);
        summary.Text("wellnessStartTimeGmt").ShouldBe(start);
        summary.Text("wellnessEndTimeGmt").ShouldBe(end);
        summary.Text("wellnessStartTimeLocal").ShouldBe($"{day}T00:00:00.0");
        summary.Text("wellnessEndTimeLocal")!.ShouldEndWith("T00:00:00.0");
        chart.GetArrayLength().ShouldBe(hours * 4);
    }

    [Theory]
    [InlineData("Asia/Tokyo", "2026-05-10T22:00:00.0", "2026-05-11T15:00:00.0", "2026-05-12T00:00:00.0")]
    [InlineData("America/Denver", "2026-05-10T22:00:00.0", "2026-05-12T06:00:00.0", "2026-05-12T00:00:00.0")]
    public async Task A_flight_shortens_or_lengthens_its_day(string zone, string start, string end, string endLocal)
    {
        await using var simulator = await TestSimulator.StartAsync(options =>
            options.Athletes.Add(new() { Email = "x@example.com", GapShare = 0, Travel = new Travel { Day = new DateOnly(2026, 5, 11), TimeZone = zone } }));
        using var api = await simulator.SignInAsync("x@example.com");

        var flight = await api.GetJsonAsync("wellness-service/wellness/dailyHeartRate/?date=2026-05-11");
        var after = await api.GetJsonAsync("wellness-service/wellness/dailyHeartRate/?date=2026-05-12");

        flight.Text("startTimestampGMT").ShouldBe(start);
        flight.Text("endTimestampGMT").ShouldBe(end);
        flight.Text("endTimestampLocal").ShouldBe(endLocal);
        after.Text("startTimestampGMT").ShouldBe(end);
        after.Text("startTimestampLocal").ShouldBe("2026-05-12T00:00:00.0");
    }

    [Fact]
    public async Task Days_follow_each_other_without_a_hole()
    {
        await using var simulator = await TestSimulator.StartAsync(options =>
            options.Athletes.Add(new() { Email = "x@example.com", TimeZone = "America/Santiago", Travel = new Travel { Day = new DateOnly(2026, 2, 3), TimeZone = "Pacific/Auckland" } }));

        for (var day = new DateOnly(2025, 6, 1); day < new DateOnly(2026, 6, 15); day = day.AddDays(1))
        {
            simulator.Day($"{day:yyyy-MM-dd}", "x@example.com").End.ShouldBe(simulator.Day($"{day.AddDays(1):yyyy-MM-dd}", "x@example.com").Start);
        }
    }

    [Fact]
    public async Task The_zone_can_be_configured()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.NewAthleteAsync("x@example.com", new { timeZone = "Asia/Kathmandu" });

        (await api.GetJsonAsync("userprofile-service/userprofile/settings")).Text("timeZone").ShouldBe("Asia/Kathmandu");
        (await api.SummaryAsync("2026-06-10")).Text("wellnessStartTimeGmt").ShouldBe("2026-06-09T18:15:00.0");
    }
}
