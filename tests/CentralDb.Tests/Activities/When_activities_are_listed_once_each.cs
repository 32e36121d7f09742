using System.Text.Json.Nodes;
using FitTrack.CentralDb.Activities.Overviews;
using FitTrack.Databases;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Activities;

public class When_activities_are_listed_once_each(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task An_activity_comes_once_with_all_its_files(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        await centralDb.UploadAsync(await centralDb.NewUserAsync(), new Upload());
        var run = new Upload().With("name", "Run").With("activity_type", "running").With("start_time", "2026-11-01T06:30:00Z").With("start_time_local", "2026-11-01T07:30:00");
        var none = (await centralDb.UploadAsync(user, run.With("file_format", "none") with { File = null })).Body.Text("id");

        (await OnlyAsync(centralDb, user))["files"]!.AsArray().ShouldBeEmpty();
        (await OnlyAsync(centralDb, user)).Text("activity_id").ShouldBe(none);

        var fit = (await centralDb.UploadAsync(user, run.With("revision", "2").With("name", "Long run"))).Body.Text("id");
        var gpx = (await centralDb.UploadAsync(user, run.With("file_format", "gpx").With("revision", "2"))).Body.Text("id");
        await centralDb.SendAsync(HttpMethod.Delete, $"/activities/{user}/{none}");

        var item = await OnlyAsync(centralDb, user);
        item.Text("activity_id").ShouldBe(fit);
        item.Text("name").ShouldBe("Long run");
        item.Text("start_time").ShouldBe("2026-11-01T06:30:00Z");
        item.AsObject().ContainsKey("raw_summary").ShouldBeFalse();
        item["files"]!.AsArray().Select(file => (file!.Text("id"), file!.Text("file_format"))).ShouldBe([(fit, "fit"), (gpx, "gpx")]);

        await centralDb.SendAsync(HttpMethod.Delete, $"/activities/{user}/{fit}");
        (await OnlyAsync(centralDb, user)).Text("activity_id").ShouldBe(gpx);
        await centralDb.SendAsync(HttpMethod.Delete, $"/activities/{user}/{gpx}");
        (await PageAsync(centralDb, user, ""))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task One_is_found_by_Garmins_id_among_the_users_own(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var (user, other) = (await centralDb.NewUserAsync(), await centralDb.NewUserAsync());
        await centralDb.UploadAsync(user, new Upload().With("name", "Run"));
        await centralDb.UploadAsync(user, new Upload().With("garmin_activity_id", "5"));

        var item = (await centralDb.SendAsync(HttpMethod.Get, $"/activities/{user}/overview/12129115726")).Body;

        item.ToJsonString().ShouldBe((await PageAsync(centralDb, user, "?text=run"))["items"]![0]!.ToJsonString());
        item["files"]!.AsArray().Count.ShouldBe(1);
        (await centralDb.SendAsync(HttpMethod.Get, $"/activities/{other}/overview/12129115726")).Status.ShouldBe(404);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Files_that_come_and_go_at_once_leave_what_is_there(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        string[] formats = ["fit", "gpx", "tcx"];
        for (var round = 0; round < 6; round++)
        {
            var old = (await centralDb.UploadAsync(user, new Upload().With("file_format", formats[round % 3]))).Body.Text("id");

            await Task.WhenAll(
                centralDb.SendAsync(HttpMethod.Delete, $"/activities/{user}/{old}"),
                centralDb.UploadAsync(user, new Upload().With("file_format", formats[(round + 1) % 3])),
                centralDb.UploadAsync(user, new Upload().With("file_format", formats[(round + 2) % 3])));

            var there = await centralDb.ActivitiesAsync(user);
            var item = await OnlyAsync(centralDb, user);
            item["files"]!.AsArray().Select(file => file!.Text("id")).Order().ShouldBe(there.Select(record => record!.Text("id")).Order());
            item.Text("activity_id").ShouldBe(there.Select(record => record!.Text("id")).Order().First());
            foreach (var record in there)
            {
                await centralDb.SendAsync(HttpMethod.Delete, $"/activities/{user}/{record!.Text("id")}");
            }

            (await PageAsync(centralDb, user, ""))["total"]!.GetValue<int>().ShouldBe(0);
        }
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task They_are_found_by_types_text_days_distance_and_duration(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        (string Name, string Type, string Start, string? Local, int? Distance, int Duration)[] activities =
        [
            ("Öster-Runde am Fluß", "running", "2026-11-01T06:30:00Z", null, 5000, 1800),
            ("ВЕЧЕРНИЙ забег", "trail_running", "2026-11-02T23:30:00Z", "2026-11-03T00:30:00", 10_000, 3600),
            ("100% _hart_", "cycling", "2026-11-04T06:30:00Z", "2026-11-03T22:30:00", 40_000, 5400),
            ("Krafttraining", "strength_training", "2026-11-05T06:30:00Z", null, null, 2700),
        ];
        for (var i = 0; i < activities.Length; i++)
        {
            var (name, type, start, local, distance, duration) = activities[i];
            await centralDb.UploadAsync(user, new Upload().With("garmin_activity_id", $"{i + 1}").With("name", name).With("activity_type", type).With("start_time", start)
                .With("start_time_local", local ?? "").With("distance_meters", $"{distance}").With("duration_seconds", $"{duration}"));
        }

        await centralDb.UploadAsync(user, new Upload().With("garmin_activity_id", "9"));
        async Task<long[]> IdsAsync(string query) => Ids(await PageAsync(centralDb, user, query));

        (await IdsAsync("")).ShouldBe([4, 3, 2, 1, 9]);
        (await IdsAsync("?type=running")).ShouldBe([1]);
        (await IdsAsync("?type=running&type=trail_running&type=nothing")).ShouldBe([2, 1]);
        (await IdsAsync($"?text={Uri.EscapeDataString("öSTER-r")}")).ShouldBe([1]);
        (await IdsAsync($"?text={Uri.EscapeDataString("вечерний ЗАБЕГ")}")).ShouldBe([2]);
        (await IdsAsync($"?text={Uri.EscapeDataString("%")}")).ShouldBe([3]);
        (await IdsAsync("?text=_HART_")).ShouldBe([3]);
        ActivityOverview.KeyOf("Δρόμος").ShouldBe(ActivityOverview.KeyOf("ΔΡΌΜΟΣ"));
        (await IdsAsync("?text=0_h")).ShouldBeEmpty();
        (await IdsAsync("?text=RA&type=strength_training&type=running")).ShouldBe([4]);
        (await IdsAsync("?from=2026-11-03&to=2026-11-03")).ShouldBe([3, 2]);
        (await IdsAsync("?from=2026-11-02T23:30:00Z&to=2026-11-04T06:30:00Z")).ShouldBe([3, 2]);
        (await IdsAsync("?to=2026-11-01")).ShouldBe([1]);
        (await IdsAsync("?min_distance_meters=5000&max_distance_meters=10000")).ShouldBe([2, 1]);
        (await IdsAsync("?min_duration_seconds=2700&max_duration_seconds=3600")).ShouldBe([4, 2]);
        (await PageAsync(centralDb, user, "?type=running&type=cycling&limit=1"))["total"]!.GetValue<int>().ShouldBe(2);

        (await centralDb.SendAsync(HttpMethod.Get, $"/activities/{user}/types")).Body.ToJsonString().ShouldBe(
            """[{"activity_type":null,"count":1},{"activity_type":"cycling","count":1},{"activity_type":"running","count":1},{"activity_type":"strength_training","count":1},{"activity_type":"trail_running","count":1}]""");
        (await centralDb.SendAsync(HttpMethod.Get, $"/activities/{Guid.NewGuid()}/types")).Status.ShouldBe(404);
        (await centralDb.SendAsync(HttpMethod.Get, $"/activities/{Guid.NewGuid()}/overview")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("sort=calories", "sort")]
    [InlineData("order=up", "order")]
    [InlineData("limit=501", "limit")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=!", "cursor")]
    [InlineData("cursor=c3RhcnRfdGltZSBUcnVlIDk5OTk5OTk5OTk5OTk5OTk5OTkgMQ", "cursor")]
    [InlineData("from=x", "from")]
    [InlineData("min_distance_meters=-1", "min_distance_meters")]
    [InlineData("max_duration_seconds=long", "max_duration_seconds")]
    public async Task What_is_not_valid_is_named(string query, string field)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();

        var (status, problem) = await centralDb.SendAsync(HttpMethod.Get, $"/activities/{await centralDb.NewUserAsync()}/overview?{query}");

        status.ShouldBe(422);
        problem.BadFields().ShouldBe([field]);
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();
        await centralDb.UploadAsync(user, new Upload().With("garmin_activity_id", "1").With("distance_meters", "1"));
        await centralDb.UploadAsync(user, new Upload().With("garmin_activity_id", "2").With("distance_meters", "2"));
        var cursor = (await PageAsync(centralDb, user, "?limit=1&sort=distance_meters")).Text("next_cursor");

        Ids(await PageAsync(centralDb, user, $"?limit=1&sort=distance_meters&cursor={cursor}")).ShouldBe([1]);
        (await centralDb.SendAsync(HttpMethod.Get, $"/activities/{user}/overview?sort=duration_seconds&cursor={cursor}")).Status.ShouldBe(422);
        (await centralDb.SendAsync(HttpMethod.Get, $"/activities/{user}/overview?sort=distance_meters&order=asc&cursor={cursor}")).Status.ShouldBe(422);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task What_was_stored_before_there_were_overviews_is_listed_after_the_upgrade(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        await centralDb.UploadAsync(user, new Upload().With("name", "Zuerst").With("start_time", "2026-11-01T23:30:00Z"));
        await centralDb.UploadAsync(user, new Upload().With("file_format", "gpx").With("name", "ÜBERLAND").With("start_time", "2026-11-01T23:30:00Z").With("revision", "2"));
        await centralDb.UploadAsync(user, new Upload().With("garmin_activity_id", "5").With("start_time", "2026-11-01T23:30:00Z").With("start_time_local", "2026-11-02T00:30:00"));
        var before = (await PageAsync(centralDb, user, "")).ToJsonString();
        await centralDb.UndoLaterMigrationsAsync();
        await centralDb.InDatabaseAsync(context => context.Database.ExecuteSqlRawAsync(
            """DROP TABLE activity_overviews; DROP TABLE activity_revisions; DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '%AddActivityOverviews' OR "MigrationId" LIKE '%AddActivityRevisions'"""));

        await centralDb.RestartAsync();

        (await PageAsync(centralDb, user, "")).ToJsonString().ShouldBe(before);
        Ids(await PageAsync(centralDb, user, $"?to=2026-11-01&text={Uri.EscapeDataString("über")}")).ShouldBe([12129115726]);
        Ids(await PageAsync(centralDb, user, "?from=2026-11-02")).ShouldBe([5]);
    }

    internal static async Task<JsonNode> PageAsync(RunningCentralDb centralDb, Guid user, string query)
    {
        var (status, page) = await centralDb.SendAsync(HttpMethod.Get, $"/activities/{user}/overview{query}");
        status.ShouldBe(200, page.ToString());
        return page;
    }

    internal static long[] Ids(JsonNode page) => [.. page["items"]!.AsArray().Select(item => item!["garmin_activity_id"]!.GetValue<long>())];

    private static async Task<JsonNode> OnlyAsync(RunningCentralDb centralDb, Guid user) => (await PageAsync(centralDb, user, ""))["items"]!.AsArray().ShouldHaveSingleItem()!;
}
