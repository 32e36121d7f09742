using System.Globalization;
using System.Text.Json.Nodes;
using FitTrack.Databases;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Activities;

public class When_an_activity_is_uploaded(PostgreSqlServer postgres)
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7 % 251))];

    private static readonly Upload Run = new Upload { File = Content }.WithDigest()
        .With("name", "Läufchen").With("activity_type", "running").With("start_time", "2026-11-22T06:30:00+01:00").With("duration_seconds", "1800.5")
        .With("distance_meters", "5012.3").With("elevation_gain_meters", "12").With("calories", "321").With("average_heart_rate", "142")
        .With("max_heart_rate", "171").With("revision", "3").With("raw_summary", """{"activityId": 12129115726, "list": [1, null]}""");

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Its_metadata_and_its_file_come_back_as_they_were_sent(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();

        var (status, made) = await centralDb.UploadAsync(user, Run);

        status.ShouldBe(201, made.ToString());
        var stored = (await centralDb.SendAsync(HttpMethod.Get, $"/activities/{user}/{made.Text("id")}")).Body;
        stored.Text("user_id").ShouldBe(user.ToString());
        stored["garmin_activity_id"]!.GetValue<long>().ShouldBe(12129115726);
        stored.Text("name").ShouldBe("Läufchen");
        stored.Text("activity_type").ShouldBe("running");
        stored.Text("start_time").ShouldBe("2026-11-22T05:30:00Z");
        stored["duration_seconds"]!.GetValue<double>().ShouldBe(1800.5);
        stored["distance_meters"]!.GetValue<double>().ShouldBe(5012.3);
        stored["elevation_gain_meters"]!.GetValue<double>().ShouldBe(12);
        stored["calories"]!.GetValue<double>().ShouldBe(321);
        stored["average_heart_rate"]!.GetValue<double>().ShouldBe(142);
        stored["max_heart_rate"]!.GetValue<double>().ShouldBe(171);
        stored.Text("file_format").ShouldBe("fit");
        stored.Text("sha256").ShouldBe(Upload.Sha256(Content));
        stored["revision"]!.GetValue<long>().ShouldBe(3);
        JsonNode.DeepEquals(stored["raw_summary"], JsonNode.Parse(Run.Fields["raw_summary"])).ShouldBeTrue();
        stored["file_size"]!.GetValue<long>().ShouldBe(Content.Length);
        stored.Text("created_at").ShouldBe(stored.Text("updated_at"));
        centralDb.Files.ShouldBe([stored.Text("file_path")]);

        using var file = await centralDb.Http.GetAsync($"/activities/{user}/{made.Text("id")}/file", TestContext.Current.CancellationToken);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.ant.fit");
        file.Content.Headers.ContentDisposition!.FileName.ShouldBe("12129115726.fit");
        (await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Content);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Several_files_of_one_format_are_parts_of_it(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        var second = (Run with { File = [1, 2, 3] }).WithDigest().With("file_part", "2");

        var ids = new[]
        {
            (await centralDb.UploadAsync(user, Run)).Body.Text("id"),
            (await centralDb.UploadAsync(user, second)).Body.Text("id"),
            (await centralDb.UploadAsync(user, Run.With("file_part", "1"))).Body.Text("id"),
        };

        ids[1].ShouldNotBe(ids[0]);
        ids[2].ShouldBe(ids[0]);
        using var file = await centralDb.Http.GetAsync($"/activities/{user}/{ids[1]}/file", TestContext.Current.CancellationToken);
        file.Content.Headers.ContentDisposition!.FileName.ShouldBe("12129115726-2.fit");
        (await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task How_large_a_file_may_be_can_be_asked_for()
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, DatabaseProvider.Sqlite);

        (await centralDb.SendAsync(HttpMethod.Get, "/limits")).Body["max_file_size_bytes"]!.GetValue<long>().ShouldBe(100_000_000);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task The_same_again_answers_200_with_the_stored_record(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        var first = (await centralDb.UploadAsync(user, Run)).Body;
        var stored = (await centralDb.SendAsync(HttpMethod.Get, $"/activities/{user}/{first.Text("id")}")).Body;

        var (status, second) = await centralDb.UploadAsync(user, Run);

        status.ShouldBe(200);
        second.ToJsonString().ShouldBe(stored.ToJsonString());
        (await centralDb.ActivitiesAsync(user)).ShouldHaveSingleItem();
        centralDb.Files.ShouldHaveSingleItem();
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task New_content_replaces_the_file_and_keeps_the_id(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        var first = (await centralDb.UploadAsync(user, Run)).Body;
        byte[] edited = [.. Content, 1];

        var (status, second) = await centralDb.UploadAsync(user, (Run with { File = edited }).WithDigest().With("revision", "4"));

        status.ShouldBe(200);
        second.Text("id").ShouldBe(first.Text("id"));
        second.Text("sha256").ShouldBe(Upload.Sha256(edited));
        centralDb.Files.ShouldBe([second.Text("file_path")]);
        (await centralDb.Http.GetByteArrayAsync($"/activities/{user}/{first.Text("id")}/file", TestContext.Current.CancellationToken)).ShouldBe(edited);
    }

    [Fact]
    public async Task New_metadata_with_the_same_file_are_taken()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();
        var first = (await centralDb.UploadAsync(user, Run)).Body;

        var (status, second) = await centralDb.UploadAsync(user, Run.With("name", "Renamed").With("revision", "4"));

        status.ShouldBe(200);
        second.Text("id").ShouldBe(first.Text("id"));
        second.Text("name").ShouldBe("Renamed");
        second["revision"]!.GetValue<long>().ShouldBe(4);
        DateTimeOffset.Parse(second.Text("updated_at"), CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan(DateTimeOffset.Parse(first.Text("updated_at"), CultureInfo.InvariantCulture));
        centralDb.Files.ShouldHaveSingleItem();
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_lower_revision_changes_nothing(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        var first = (await centralDb.UploadAsync(user, Run)).Body;

        var (status, answer) = await centralDb.UploadAsync(user, (Run with { File = [1, 2, 3] }).WithDigest().With("revision", "2").With("name", "Old"));

        status.ShouldBe(200);
        answer.Text("name").ShouldBe("Läufchen");
        answer.Text("sha256").ShouldBe(first.Text("sha256"));
        centralDb.Files.ShouldBe([first.Text("file_path")]);
    }

    [Fact]
    public async Task Each_format_is_a_record_of_its_own()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();

        foreach (var (format, type) in new[] { ("fit", "application/vnd.ant.fit"), ("tcx", "application/vnd.garmin.tcx+xml"), ("GPX", "application/gpx+xml") })
        {
            var (status, made) = await centralDb.UploadAsync(user, Run.With("file_format", format));
            status.ShouldBe(201);
            using var file = await centralDb.Http.GetAsync($"/activities/{user}/{made.Text("id")}/file", TestContext.Current.CancellationToken);
            file.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        }

        (await centralDb.ActivitiesAsync(user)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Only_id_format_and_file_are_needed()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();

        var (status, made) = await centralDb.UploadAsync(user, new Upload().With("name", "").With("start_time", "").With("somebody_elses_field", "x"));

        status.ShouldBe(201);
        made["name"].ShouldBeNull();
        made["start_time"].ShouldBeNull();
        made["raw_summary"].ShouldBeNull();
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task One_that_was_entered_by_hand_needs_no_file(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        var typed = new Upload { File = null }.With("file_format", "none").With("name", "Rowing on the lake");

        var (first, made) = await centralDb.UploadAsync(user, typed);
        var (again, same) = await centralDb.UploadAsync(user, typed);

        first.ShouldBe(201, made.ToString());
        again.ShouldBe(200);
        same.Text("id").ShouldBe(made.Text("id"));
        (await centralDb.SendAsync(HttpMethod.Get, $"/activities/{user}/{made.Text("id")}/file")).Status.ShouldBe(404);
        (await centralDb.UploadAsync(user, typed with { File = Content })).Status.ShouldBe(422);
        (await centralDb.SendAsync(HttpMethod.Delete, $"/activities/{user}/{made.Text("id")}")).Status.ShouldBe(204);
    }
}
