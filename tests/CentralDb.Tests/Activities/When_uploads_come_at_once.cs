using FitTrack.Databases;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Activities;

public class When_uploads_come_at_once(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Eight_of_the_same_make_one_record(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => centralDb.UploadAsync(user, new Upload().WithDigest())));

        answers.Select(answer => answer.Status).Order().ShouldBe([200, 200, 200, 200, 200, 200, 200, 201]);
        answers.Select(answer => answer.Body.Text("id")).Distinct().ShouldHaveSingleItem();
        (await centralDb.ActivitiesAsync(user)).ShouldHaveSingleItem();
        centralDb.Files.ShouldHaveSingleItem();
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Of_several_revisions_the_highest_stays_with_its_file(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(revision =>
            centralDb.UploadAsync(user, new Upload { File = [(byte)revision] }.With("revision", $"{revision}"))));

        answers.ShouldAllBe(answer => answer.Status == 200 || answer.Status == 201);
        var stored = (await centralDb.ActivitiesAsync(user)).ShouldHaveSingleItem()!;
        stored["revision"]!.GetValue<long>().ShouldBe(8);
        stored.Text("sha256").ShouldBe(Upload.Sha256([8]));
        centralDb.Files.ShouldBe([stored.Text("file_path")]);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Forty_different_ones_are_all_stored(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 40).Select(i =>
            centralDb.UploadAsync(user, new Upload { File = [(byte)i] }.With("garmin_activity_id", $"{i}"))));

        answers.ShouldAllBe(answer => answer.Status == 201);
        (await centralDb.ActivitiesAsync(user)).Count.ShouldBe(40);
        centralDb.Files.Count.ShouldBe(40);
    }

    [Fact]
    public async Task Deleting_one_owner_of_a_content_never_takes_the_file_from_another()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();
        for (var round = 1; round <= 10; round++)
        {
            var first = (await centralDb.UploadAsync(user, new Upload().With("garmin_activity_id", "1"))).Body.Text("id");

            var second = centralDb.UploadAsync(user, new Upload().With("garmin_activity_id", "2"));
            await Task.WhenAll(second, centralDb.SendAsync(HttpMethod.Delete, $"/activities/{user}/{first}"));

            var id = (await second).Body.Text("id");
            (await centralDb.Http.GetByteArrayAsync($"/activities/{user}/{id}/file", TestContext.Current.CancellationToken)).ShouldBe(new Upload().File);
            (await centralDb.SendAsync(HttpMethod.Delete, $"/activities/{user}/{id}")).Status.ShouldBe(204);
            centralDb.Files.ShouldBeEmpty();
        }
    }
}
