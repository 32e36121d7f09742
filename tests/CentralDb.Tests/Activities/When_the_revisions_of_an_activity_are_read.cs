using System.Text.Json.Nodes;
using FitTrack.Databases;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Activities;

public class When_the_revisions_of_an_activity_are_read(PostgreSqlServer postgres)
{
    private const long Id = 12129115726;

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Each_says_when_it_was_stored_what_changed_and_which_file_it_had(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        var upload = new Upload().With("name", "Run").With("revision", "1");
        await centralDb.UploadAsync(user, upload);
        await centralDb.UploadAsync(user, upload.With("name", "Easy run").With("distance_meters", "5000").With("revision", "2"));
        await centralDb.UploadAsync(user, upload.With("name", "Easy run").With("distance_meters", "5000").With("revision", "3") with { File = [1, 2, 3] });

        var revisions = await RevisionsAsync(centralDb, user);

        revisions.Select(one => one!["revision"]!.GetValue<long>()).ShouldBe([3, 2, 1]);
        revisions.Select(Changed).ShouldBe(["sha256", "distance_meters,name", null]);
        revisions[0]!.Text("sha256").ShouldNotBe(revisions[1]!.Text("sha256"));
        revisions[1]!.Text("sha256").ShouldBe(revisions[2]!.Text("sha256"));
        revisions.ShouldAllBe(one => one!["stored_at"] != null && one!.Text("file_format") == "fit");
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task What_is_sent_again_or_is_older_makes_none(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        var upload = new Upload().With("name", "Run").With("revision", "2");
        await centralDb.UploadAsync(user, upload);
        await centralDb.UploadAsync(user, upload);
        await centralDb.UploadAsync(user, upload.With("name", "Old").With("revision", "1"));

        (await RevisionsAsync(centralDb, user)).Select(Changed).ShouldBe([null]);

        // The same number with other content is still the same revision.
        await centralDb.UploadAsync(user, upload.With("name", "Long run").With("revision", "3"));
        await centralDb.UploadAsync(user, upload.With("name", "Long run").With("activity_type", "cycling").With("revision", "3"));
        (await RevisionsAsync(centralDb, user)).Select(Changed).ShouldBe(["name,activity_type", null]);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task They_stay_while_there_is_a_record_and_go_with_the_last_one(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var (user, other) = (await centralDb.NewUserAsync(), await centralDb.NewUserAsync());
        await centralDb.UploadAsync(other, new Upload());
        var none = (await centralDb.UploadAsync(user, new Upload().With("file_format", "none").With("revision", "1") with { File = null })).Body.Text("id");
        var fit = (await centralDb.UploadAsync(user, new Upload().With("revision", "2"))).Body.Text("id");

        await centralDb.SendAsync(HttpMethod.Delete, $"/activities/{user}/{none}");
        (await RevisionsAsync(centralDb, user)).Select(one => one!.Text("file_format")).ShouldBe(["fit", "none"]);
        await centralDb.SendAsync(HttpMethod.Delete, $"/activities/{user}/{fit}");
        (await centralDb.SendAsync(HttpMethod.Get, Path(user))).Status.ShouldBe(404);

        await centralDb.UploadAsync(user, new Upload().With("revision", "2"));
        (await RevisionsAsync(centralDb, user)).Count.ShouldBe(1);
        (await RevisionsAsync(centralDb, other)).Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Of_what_was_stored_before_they_were_kept_the_newest_is_known(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        await centralDb.UploadAsync(user, new Upload().With("name", "Run").With("revision", "1"));
        await centralDb.UploadAsync(user, new Upload().With("name", "Easy run").With("revision", "2"));
        await centralDb.UndoLaterMigrationsAsync();
        await centralDb.InDatabaseAsync(context => context.Database.ExecuteSqlRawAsync(
            """DROP TABLE activity_revisions; DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '%AddActivityRevisions'"""));

        await centralDb.RestartAsync();

        var revision = (await RevisionsAsync(centralDb, user)).ShouldHaveSingleItem()!;
        (revision["revision"]!.GetValue<long>(), Changed(revision)).ShouldBe((2, null));
        revision.Text("sha256").Length.ShouldBe(64);
    }

    private static string? Changed(JsonNode? revision) => revision!["changed"] is JsonArray fields ? string.Join(',', fields.Select(field => field!.GetValue<string>())) : null;

    private static string Path(Guid user) => $"/activities/{user}/overview/{Id}/revisions";

    private static async Task<JsonArray> RevisionsAsync(RunningCentralDb centralDb, Guid user) => (await centralDb.SendAsync(HttpMethod.Get, Path(user))).Body.AsArray();
}
