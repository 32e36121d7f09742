using System.Net;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Recordings;

/// <summary>Of whatever is in the folder: a call that is recorded later is compared without a word here, or it has to be named as one that the simulator lacks.</summary>
public class When_each_answer_is_compared_with_the_recordings
{
    /// <summary>Which our service does not make.</summary>
    private static readonly string[] NotSimulated =
    [
        "/activity-service/activity/{id}/exerciseSets", "/activity-service/activity/{id}/hrTimeInZones", "/activity-service/activity/{id}/powerTimeInZones",
        "/activitylist-service/activities/fordailysummary/{name}", "/device-service/deviceservice/device-info/settings/{id}", "/fitnessstats-service/activity/all",
        "/web-gateway/device-info/primary-training-device",
    ];

    /// <summary>Not of one recording, but described by those who have more of them; and numbers whose size tells nothing.</summary>
    private static readonly string[] Documented =
    [
        "[].totalSteps is Null", "[].totalDistance is Null", "[].values.highStressDuration is Null", "dailySleepDTO.avgHeartRate is not recorded", "timeZoneUnitDTO.unitId is",
        "urrentAltitude is", "reviousAltitude is", "userProfilePK is", "userProfileId is", "userDailySummaryId is", "rofilePk is", "userId is",
    ];

    [Fact]
    public async Task It_has_no_member_of_another_name_type_or_unit()
    {
        var calls = RecordedCall.All();
        await using var simulator = await TestSimulator.StartAsync(options => options.Athletes.Add(new() { Email = "x@example.com", GapShare = 0 }));
        using var api = await simulator.SignInAsync("x@example.com");
        var activity = (await api.GetJsonAsync("activitylist-service/activities/search/activities?start=0&limit=1"))[0].GetProperty("activityId").GetInt64();
        var lacking = new List<string>();
        var differences = new List<string>();
        foreach (var call in calls.Where(call => call.Answers.Count > 0))
        {
            using var answer = await api.GetAsync(call.Ask(["2026-05-20", "2026-06-12"], $"{activity}").TrimStart('/'), TestSimulator.Cancel);
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                lacking.Add(call.Name);
                continue;
            }

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, call.Name);
            differences.AddRange(Members.Differences([await answer.ReadAsync()], [.. call.Answers.Select(one => (one.Content, one.IsShape))], call.Name));
        }

        differences.Where(difference => !Documented.Any(known => difference.Contains(known, StringComparison.Ordinal))).ShouldBeEmpty();
        lacking.ShouldBe(NotSimulated, ignoreOrder: true);
    }

    [Theory]
    [InlineData("""{"a":1,"b":[[1,2.0]],"c":null}""")]
    [InlineData("""{"b":[]}""")]
    [InlineData("""{"d":{"2026-01-01":{"x":"text"}}}""")]
    public void The_same_is_no_difference(string ours) => Compare(ours).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"z":1}""", "$.z is not recorded")]
    [InlineData("""{"a":"1"}""", "$.a is String, recorded as Number")]
    [InlineData("""{"a":null}""", "$.a is Null, recorded as Number")]
    [InlineData("""{"a":1.5}""", "$.a is 1.5, recorded as 3")]
    [InlineData("""{"a":3000}""", "$.a is 3000, recorded from 3 to 3")]
    [InlineData("""{"b":[[1,2.0,3]]}""", "$.b has 3 columns")]
    [InlineData("""{"b":[[1,2]]}""", "$.b[1] is 2, recorded as 2.5")]
    [InlineData("""{"d":{"2026-02-02":{"y":1}}}""", "$.d.*.y is not recorded")]
    public void Another_name_type_form_or_size_is_one(string ours, string difference) => Compare(ours).ShouldBe([difference]);

    private static List<string> Compare(string ours)
    {
        using var recorded = JsonDocument.Parse("""{"a":3,"b":[[1,2.5]],"c":null,"d":{"2026-01-01":{"x":"text"}}}""");
        using var answer = JsonDocument.Parse(ours);
        return [.. Members.Differences([answer.RootElement], [(recorded.RootElement, false)], "$")];
    }
}
