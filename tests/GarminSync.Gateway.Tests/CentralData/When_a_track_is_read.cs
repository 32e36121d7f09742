using System.Net;
using System.Text.Json;
using CentralDb.Client;
using GarminSync.Testing;

namespace GarminSync.Gateway.Tests.CentralData;

public sealed class When_a_track_is_read
{
    private static readonly string[] Columns =
        ["elapsed_seconds", "distance_meters", "latitude", "longitude", "elevation_meters", "heart_rate", "speed_meters_per_second", "power_watts", "cadence_rpm"];

    [Fact]
    public async Task Curves_laps_and_totals_are_those_of_the_device()
    {
        await using var data = await WithFileAsync(Shared("garmin-fenix-5-run.fit"));

        var track = await data.JsonAsync("activities/5/track?points=20000");

        var curves = track.GetProperty("curves");
        var session = track.GetProperty("sessions").EnumerateArray().ShouldHaveSingleItem();
        session.GetProperty("sport").GetString().ShouldBe("running");
        Column(curves, "heart_rate").Count.ShouldBe(track.GetProperty("records").GetInt32());
        Column(curves, "heart_rate").Max().ShouldBe(session.GetProperty("totals").GetProperty("max_heart_rate").GetDouble());
        Column(curves, "distance_meters").Max()!.Value.ShouldBe(session.GetProperty("totals").GetProperty("distance_meters").GetDouble(), 20);
        Column(curves, "elapsed_seconds")[0].ShouldBe(0);
        track.GetProperty("laps").GetArrayLength().ShouldBeGreaterThan(0);
        track.GetProperty("faults").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task It_has_no_more_points_than_asked_for_and_all_extremes()
    {
        await using var data = await WithFileAsync(Shared("activity-small-fenix2-run.fit"));

        var all = (await data.JsonAsync("activities/5/track?points=20000")).GetProperty("curves");
        var few = (await data.JsonAsync("activities/5/track?points=100")).GetProperty("curves");

        foreach (var column in Columns.Where(column => all.GetProperty(column).ValueKind != JsonValueKind.Null))
        {
            Column(few, column).Count.ShouldBeInRange(50, 100, column);
            (Column(few, column).Min(), Column(few, column).Max()).ShouldBe((Column(all, column).Min(), Column(all, column).Max()), column);
        }
    }

    [Fact]
    public async Task Of_a_damaged_file_it_says_what_is_wrong_and_gives_what_stands_before()
    {
        var sound = await File.ReadAllBytesAsync(Shared("garmin-fenix-5-run.fit"), TestContext.Current.CancellationToken);
        await using var data = await DataGateway.StartAsync();
        await data.UploadAsync(Fit, sound[..(sound.Length / 2)]);

        var track = await data.JsonAsync("activities/5/track");

        track.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("kind").GetString()).ShouldContain("truncated");
        track.GetProperty("records").GetInt32().ShouldBeGreaterThan(10);
        Column(track.GetProperty("curves"), "heart_rate").Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Of_a_file_that_is_none_it_is_empty()
    {
        await using var data = await DataGateway.StartAsync();
        await data.UploadAsync(Fit, "<html>Just a moment...</html>"u8.ToArray());

        var track = await data.JsonAsync("activities/5/track");

        track.GetProperty("faults")[0].GetProperty("kind").GetString().ShouldBe("not_fit");
        track.GetProperty("records").GetInt32().ShouldBe(0);
        track.GetProperty("curves").GetProperty("heart_rate").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_file_that_is_too_large_to_draw_is_not_read()
    {
        await using var server = await ScriptedServer.StartAsync(
            Answer.Json("""{"garmin_activity_id":5,"activity_id":"a","files":[{"id":"a","file_format":"fit","file_part":1,"file_size":50000000,"revision":1}]}"""));
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), $"--CentralDb:Url={server.Url}");

        using var answer = await gateway.Client.GetAsync(new Uri("/api/garmin/activities/5/track?user_id=7", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        server.Requests.Count.ShouldBe(1);
    }

    private static ActivityUpload Fit => new() { GarminActivityId = 5, FileFormat = "fit", Revision = 1 };

    private static string Shared(string name) => SharedFolder.Require("fit", name);

    private static async Task<DataGateway> WithFileAsync(string path)
    {
        var data = await DataGateway.StartAsync();
        await data.UploadAsync(Fit, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        return data;
    }

    private static IReadOnlyList<double?> Column(JsonElement curves, string name) =>
        [.. curves.GetProperty(name).EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? (double?)null : value.GetDouble())];
}
