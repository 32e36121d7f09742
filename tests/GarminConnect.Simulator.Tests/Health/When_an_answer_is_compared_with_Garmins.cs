using System.Net;
using System.Text.Json;
using GarminConnect.Simulator.Tests.Recordings;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Health;

/// <summary>Answers to the same questions have the members that were recorded, of the same kinds.</summary>
public class When_an_answer_is_compared_with_Garmins
{
    private const string Complete = "2026-06-12";
    private const string WithoutData = "2020-01-01";

    /// <summary>Named by the protocol reference; the recordings are of older answers, or shortened.</summary>
    private static readonly string[] Documented =
    [
        "stressValueDescriptorsDTOList", "bodyBatteryValueDescriptorsDTOList", "awakeCount", "avgHeartRate", "breathingDisruptionSeverity", "sleepRestlessMoments", "restlessMomentsCount",
        "sleepHeartRate", "sleepStress", "sleepBodyBattery", "hrvData", "wellnessEpochSPO2DataDTOList", "wellnessEpochRespirationDataDTOList", "breathingDisruptionData", "avgOvernightHrv",
        "hrvStatus",
    ];

    [Theory]
    [InlineData("data-daily-summary-get-2", $"usersummary-service/usersummary/daily/?calendarDate={Complete}")]
    [InlineData("data-daily-heart-rate-get-0", $"wellness-service/wellness/dailyHeartRate/?date={Complete}")]
    [InlineData("data-daily-sleep-data-get-0", $"sleep-service/sleep/dailySleepData?date={Complete}")]
    [InlineData("data-daily-sleep-data-get-1", $"sleep-service/sleep/dailySleepData?date={WithoutData}")]
    [InlineData("openetl-wellness-wellness-dailystress-2025-08-07", $"wellness-service/wellness/dailyStress/{Complete}")]
    [InlineData("go-garmin-wellness-wellness-bodybattery-events-2026-01-27", $"wellness-service/wellness/bodyBattery/events/{Complete}")]
    [InlineData("data-garmin-scores-data-get-2", $"metrics-service/metrics/hillscore?calendarDate={Complete}")]
    [InlineData("data-garmin-scores-data-get-3", $"metrics-service/metrics/endurancescore?calendarDate={Complete}")]
    [InlineData("data-get-nonexistent-weight-data-0", $"weight-service/weight/dayview/{WithoutData}")]
    [InlineData("data-weight-data-list-0", $"weight-service/weight/range/2026-05-20/{Complete}?includeAll=true")]
    [InlineData("data-weight-data-list-empty-0", "weight-service/weight/range/2019-12-18/2020-01-01?includeAll=true")]
    [InlineData("data-hrv-data-get-0", $"hrv-service/hrv/{Complete}")]
    [InlineData("data-morning-training-readiness-data-get-0", $"metrics-service/metrics/trainingreadiness/{Complete}")]
    [InlineData("stats-daily-hrv-0", $"hrv-service/hrv/daily/2026-05-20/{Complete}")]
    [InlineData("stats-daily-steps-0", $"usersummary-service/stats/steps/daily/2026-05-20/{Complete}")]
    [InlineData("stats-daily-stress-0", $"usersummary-service/stats/stress/daily/2026-05-20/{Complete}")]
    [InlineData("stats-daily-training-status-0", $"mobile-gateway/usersummary/trainingstatus/latest/{Complete}")]
    [InlineData("stats-monthly-training-status-no-data-0", $"mobile-gateway/usersummary/trainingstatus/monthly/{WithoutData}/{WithoutData}")]
    public async Task It_has_the_recorded_members(string recording, string path)
    {
        var recorded = await Recording.BodyAsync(recording);
        await using var simulator = await TestSimulator.StartAsync(options => options.Athletes.Add(new() { Email = "x@example.com", GapShare = 0 }));
        using var api = await simulator.SignInAsync("x@example.com");

        var ours = await api.GetJsonAsync(path);

        Differences(ours, recorded).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_with_a_weight_has_the_recorded_members()
    {
        var recorded = await Recording.BodyAsync("data-get-daily-weight-data-0");
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var day = Enumerable.Range(1, 40).Select(back => $"{new DateOnly(2026, 6, 15).AddDays(-back):yyyy-MM-dd}").First(day => simulator.Day(day).WeighIns is [{ Source: "INDEX_SCALE" }]);

        Differences(await api.GetJsonAsync($"weight-service/weight/dayview/{day}"), recorded).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("data-hrv-data-get-1", $"hrv-service/hrv/{WithoutData}")]
    [InlineData("stats-daily-hrv-no-results-0", "hrv-service/hrv/daily/1990-06-23/1990-07-20")]
    [InlineData("data-garmin-scores-data-get-4", $"metrics-service/metrics/hillscore?calendarDate={WithoutData}")]
    [InlineData("data-garmin-scores-data-get-5", $"metrics-service/metrics/endurancescore?calendarDate={WithoutData}")]
    [InlineData("data-training-readiness-data-get-1", "metrics-service/metrics/trainingreadiness/2030-01-01")]
    public async Task Nothing_is_said_as_it_was_recorded(string recording, string path)
    {
        var recorded = await Recording.ResponseAsync(recording);
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        using var answer = await api.GetAsync(path, TestSimulator.Cancel);

        ((int)answer.StatusCode).ShouldBe(recorded.GetProperty("status").GetInt32());
        (await answer.TextAsync()).ShouldBe(answer.StatusCode == HttpStatusCode.NoContent ? "" : recorded.GetProperty("body").GetRawText());
    }

    /// <summary>Each row of ours with the recorded rows, and each object with the recorded one.</summary>
    private static IEnumerable<string> Differences(JsonElement ours, JsonElement recorded)
    {
        if (recorded.ValueKind == JsonValueKind.Array)
        {
            ours.GetArrayLength().ShouldBeGreaterThan(0);
            var rows = recorded.Rows();
            return ours.Rows().SelectMany(row => Differences(row, rows)).Distinct();
        }

        return Differences(ours, [recorded]);
    }

    private static IEnumerable<string> Differences(JsonElement ours, List<JsonElement> recorded) =>
        WithoutDeviceIds(Recording.Differences(ours, recorded)).Where(difference => !Documented.Any(name => difference.EndsWith($".{name} is not recorded", StringComparison.Ordinal)))
            .Concat(Recording.Missing(ours, recorded[0]).Select(name => $"{name} is missing"))
            .Concat(Inner(ours, recorded[0]));

    /// <summary>The rows of the arrays of the object.</summary>
    private static IEnumerable<string> Inner(JsonElement ours, JsonElement recorded) =>
        from member in ours.EnumerateObject()
        where recorded.TryGetProperty(member.Name, out _)
        let theirs = recorded.GetProperty(member.Name)
        from difference in (member.Value.ValueKind, theirs.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => Recording.Missing(member.Value, theirs).Where(name => !long.TryParse(name, out _)).Select(name => $"{name} is missing")
                .Concat(Inner(member.Value, theirs)),
            (JsonValueKind.Array, JsonValueKind.Array) when member.Value.GetArrayLength() > 0 && theirs.GetArrayLength() > 0 => Rows(member.Value.Rows()[0], theirs.Rows()[0]),
            _ => [],
        }
        select $"{member.Name}: {difference}";

    private static IEnumerable<string> Rows(JsonElement ours, JsonElement recorded) => ours.ValueKind switch
    {
        JsonValueKind.Object => Differences(ours, [recorded]),
        JsonValueKind.Array => ours.Rows().Select(cell => cell.ValueKind).SequenceEqual(recorded.Rows().Select(cell => cell.ValueKind)) ? [] : ["columns of other kinds"],
        _ => [],
    };

    /// <summary>A map by device has the id of another device.</summary>
    private static IEnumerable<string> WithoutDeviceIds(IEnumerable<string> differences) => differences.Where(difference => !long.TryParse(difference.Split('.')[^1].Split(' ')[0], out _));
}
