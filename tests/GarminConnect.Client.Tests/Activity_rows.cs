using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class Activity_rows
{
    private const string Row = """
        {"activityId":12000000001,"activityName":"Morning Run","description":null,"startTimeLocal":"2026-01-08 08:10:21","startTimeGMT":"2026-01-08 14:10:21",
         "activityType":{"typeId":6,"typeKey":"trail_running"},"distance":4261.18,"duration":2223.3,"elapsedDuration":2225.4,"movingDuration":2216.0,
         "elevationGain":151.0,"elevationLoss":147.0,"averageSpeed":1.917,"calories":390.0,"averageHR":142.0,"maxHR":162.0,"avgPower":194.0,"steps":5310,
         "deviceId":3618356072,"beginTimestamp":1767881421000,"manualActivity":false,"ownerId":1,"ownerFullName":"Jane Doe","userRoles":["X"],"userPro":false,
         "summarizedDiveInfo":{"summarizedDiveGases":[]}}
        """;

    [Fact]
    public void They_keep_what_is_worth_keeping()
    {
        var activity = Read(Row)!;

        activity.ActivityId.ShouldBe(12000000001);
        activity.Name.ShouldBe("Morning Run");
        activity.TypeKey.ShouldBe("trail_running");
        activity.StartTime.ShouldBe(new DateTimeOffset(2026, 1, 8, 14, 10, 21, TimeSpan.Zero));
        activity.LocalStartTime.ShouldBe(new DateTime(2026, 1, 8, 8, 10, 21));
        activity.DurationSeconds.ShouldBe(2223.3);
        activity.DistanceMeters.ShouldBe(4261.18);
        activity.Steps.ShouldBe(5310);
        activity.EnteredByHand.ShouldBe(false);
    }

    [Fact]
    public void What_describes_the_owner_is_left_out_of_the_raw_summary()
    {
        var names = JsonNode.Parse(Read(Row)!.RawSummary)!.AsObject().Select(member => member.Key).ToList();

        names.ShouldContain("summarizedDiveInfo");
        names.ShouldNotContain(name => name.StartsWith("owner"));
        names.ShouldNotContain("userRoles");
        names.ShouldNotContain("userPro");
    }

    [Theory]
    [InlineData("97")]
    [InlineData("97.0")]
    [InlineData("\"97\"")]
    [InlineData("\"97.0\"")]
    [InlineData("9.7e1")]
    public void Numbers_come_in_every_dress(string number)
    {
        var activity = Read($$"""{"activityId":{{number}},"averageHR":{{number}},"steps":{{number}}}""")!;

        activity.ShouldSatisfyAllConditions(
            () => activity.ActivityId.ShouldBe(97),
            () => activity.AverageHeartRate.ShouldBe(97),
            () => activity.Steps.ShouldBe(97));
    }

    [Theory]
    [InlineData("\"startTimeGMT\":\"2026-01-27 17:28:07\"")]
    [InlineData("\"startTimeGMT\":\"2026-01-27T17:28:07\"")]
    [InlineData("\"startTimeGMT\":\"2026-01-27T17:28:07.0\"")]
    [InlineData("\"startTimeGMT\":\"2026-01-27T17:28:07Z\"")]
    [InlineData("\"startTimeGMT\":null,\"beginTimestamp\":1769534887000")]
    [InlineData("\"startTimeGMT\":\"nonsense\",\"beginTimestamp\":\"1769534887000\"")]
    public void The_start_comes_in_several_forms(string start) =>
        Read($$"""{"activityId":1,{{start}}}""")!.StartTime.ShouldBe(new DateTimeOffset(2026, 1, 27, 17, 28, 7, TimeSpan.Zero));

    [Theory]
    [InlineData("\"startTimeGMT\":\"2026-02-30 10:00:00\"")]
    [InlineData("\"beginTimestamp\":1e300")]
    [InlineData("\"beginTimestamp\":0")]
    [InlineData("\"averageHR\":\"NaN\",\"activityName\":\"\\ud800\"")]
    public void What_makes_no_sense_is_as_if_absent(string member)
    {
        var activity = Read($$"""{"activityId":1,{{member}}}""")!;

        activity.StartTime.ShouldBeNull();
        activity.AverageHeartRate.ShouldBeNull();
        activity.Name.ShouldBeNull();
    }

    [Fact]
    public void A_member_whose_name_is_no_text_does_no_harm() => Should.NotThrow(() => Read("""{"activityId":1,"\ud800":1}"""));

    [Theory]
    [InlineData("activityName", "\"Evening Run\"")]
    [InlineData("averageHR", "143")]
    [InlineData("distance", "null")]
    [InlineData("activityType", "{\"typeKey\":\"running\"}")]
    [InlineData("startTimeGMT", "\"2026-01-08 14:10:22\"")]
    public void A_change_of_what_is_stored_shows_in_the_hash(string member, string value) =>
        With(member, value).ContentHash.ShouldNotBe(Read(Row)!.ContentHash);

    [Theory]
    [InlineData("averageHR", "\"142\"")]
    [InlineData("newMember", "true")]
    [InlineData("ownerProfileImageUrlSmall", "\"https://example.com\"")]
    public void A_change_of_dress_or_of_other_members_does_not_show_in_the_hash(string member, string value) =>
        With(member, value).ContentHash.ShouldBe(Read(Row)!.ContentHash);

    [Fact]
    public void The_hash_of_a_row_is_the_same_for_ever() => Read(Row)!.ContentHash.ShouldBe("1:72b6af62b1a8c273d28b0efa459776b700abca019fbc968dde76cdd4e5c7cb6d");

    [Fact]
    public void A_hash_of_before_there_were_versions_is_still_that_of_its_row()
    {
        const string Kept = "561e14c15dc9698c7efca53e003ff6c322ce72b34b01c1579cca6801883d14da";

        Read(Row)!.HasContent(Kept).ShouldBeTrue();
        With("averageHR", "143").HasContent(Kept).ShouldBeFalse();
        With("averageHR", "143").HasContent(Read(Row)!.ContentHash).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-07-06 01:44:02", "2026-07-05 23:44:02", 120, "2026-07-06")]
    [InlineData("2026-07-08 20:00:00", "2026-07-09 03:00:00", -420, "2026-07-08")]
    [InlineData("2026-07-08 08:45:00", "2026-07-08 03:00:00", 345, "2026-07-08")]
    [InlineData("2026-07-08 08:45:00", "1989-12-31 00:00:00", null, "2026-07-08")]
    [InlineData("2026-07-08 08:45:00", "2026-07-08 08:38:00", null, "2026-07-08")]
    [InlineData(null, "2026-07-05 23:44:02", null, "2026-07-05")]
    [InlineData("2026-07-06 01:44:02", null, null, "2026-07-06")]
    public void The_athletes_clock_is_that_of_the_row(string? local, string? utc, int? minutes, string day)
    {
        var activity = Read($$"""{"activityId":1,"startTimeLocal":{{Json(local)}},"startTimeGMT":{{Json(utc)}}}""")!;

        (activity.UtcOffset?.TotalMinutes, activity.Day).ShouldBe((minutes, DateOnly.Parse(day)));
    }

    private static string Json(string? text) => JsonSerializer.Serialize(text);

    [Fact]
    public void Rows_with_members_removed_nulled_and_retyped_never_throw() =>
        Prop.ForAll<int, NonNull<string>>((seed, text) =>
        {
            var row = JsonNode.Parse(Row)!.AsObject();
            Spoil(row, new Random(seed), text.Get);
            var activity = Read(row.ToJsonString());
            if (activity is not null)
            {
                activity.ActivityId.ShouldBeGreaterThan(0);
                JsonNode.Parse(activity.RawSummary).ShouldNotBeNull();
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static void Spoil(JsonObject row, Random random, string text)
    {
        foreach (var name in row.Select(member => member.Key).Where(_ => random.Next(3) == 0).ToList())
        {
            JsonNode?[] replacements =
            [
                null, text, JsonValue.Create(random.NextDouble() * 1e300), random.NextInt64(), -1, true,
                new JsonArray(1, null), new JsonObject { [text] = text },
            ];
            row[name] = replacements[random.Next(replacements.Length)];
            if (random.Next(4) == 0)
            {
                row.Remove(name);
            }
        }
    }

    private static GarminActivity With(string member, string value)
    {
        var row = JsonNode.Parse(Row)!.AsObject();
        row[member] = JsonNode.Parse(value);
        return Read(row.ToJsonString())!;
    }

    private static GarminActivity? Read(string row) => GarminActivityRow.Read(JsonDocument.Parse(row).RootElement);
}
