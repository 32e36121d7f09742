using System.Globalization;
using FitTrack.Databases;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Users;

public class When_a_user_is_erased(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Nothing_is_left_in_any_table_or_in_the_folder(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await UserWithEverythingAsync(centralDb, 250);
        var other = await UserWithEverythingAsync(centralDb, 2);
        (await FilledTablesAsync(centralDb, user)).Where(table => table.Rows == 0).ShouldBeEmpty("tables that this test does not fill");

        (await EraseAsync(centralDb, user)).ShouldBe(204);

        (await FilledTablesAsync(centralDb, user)).ShouldAllBe(table => table.Rows == 0);
        (await FilledTablesAsync(centralDb, other)).ShouldAllBe(table => table.Rows > 0);
        centralDb.Files.Count.ShouldBe(2, "the files of the other user");
        (await centralDb.SendAsync(HttpMethod.Get, $"/users/{user}")).Status.ShouldBe(404);
        (await centralDb.SendAsync(HttpMethod.Delete, $"/users/{user}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_file_that_another_user_has_too_stays()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var (user, other) = (await centralDb.NewUserAsync(), await centralDb.NewUserAsync());
        await centralDb.UploadAsync(user, new Upload());
        await centralDb.UploadAsync(other, new Upload());

        (await EraseAsync(centralDb, user)).ShouldBe(204);

        centralDb.Files.ShouldHaveSingleItem();
        (await EraseAsync(centralDb, other)).ShouldBe(204);
        centralDb.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_whose_file_was_removed_by_a_process_that_died_is_erased_when_asked_again()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();
        await centralDb.UploadAsync(user, new Upload());
        File.Delete(Path.Combine(centralDb.Folder, "activities", centralDb.Files.Single()));

        (await EraseAsync(centralDb, user)).ShouldBe(204);

        (await FilledTablesAsync(centralDb, user)).ShouldAllBe(table => table.Rows == 0);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Uploads_that_come_meanwhile_leave_no_file_behind(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await UserWithEverythingAsync(centralDb, 20);

        var uploads = Task.WhenAll(Enumerable.Range(1000, 40).Select(i => centralDb.UploadAsync(user, Numbered(i, [1, (byte)i, (byte)(i >> 8)]))));
        await EraseAsync(centralDb, user);
        (await uploads).ShouldAllBe(upload => upload.Status == 201 || upload.Status == 404);

        if ((await centralDb.SendAsync(HttpMethod.Get, $"/users/{user}")).Status == 200)
        {
            await EraseAsync(centralDb, user);
        }

        (await FilledTablesAsync(centralDb, user)).ShouldAllBe(table => table.Rows == 0);
        centralDb.Files.ShouldBeEmpty();
    }

    private static Upload Numbered(int number, byte[] file) =>
        new Upload { File = file }.With("garmin_activity_id", number.ToString(CultureInfo.InvariantCulture));

    private static async Task<int> EraseAsync(RunningCentralDb centralDb, Guid user)
    {
        for (var asked = 0; asked < 20; asked++)
        {
            using var answer = await centralDb.Http.DeleteAsync($"/users/{user}", TestContext.Current.CancellationToken);
            if ((int)answer.StatusCode != 202)
            {
                return (int)answer.StatusCode;
            }
        }

        return 202;
    }

    private static async Task<Guid> UserWithEverythingAsync(RunningCentralDb centralDb, int activities)
    {
        var user = await centralDb.NewUserAsync();
        for (var i = 0; i < activities; i++)
        {
            (await centralDb.UploadAsync(user, Numbered(i + 1, [.. user.ToByteArray(), (byte)i, (byte)(i >> 8)]))).Status.ShouldBe(201);
        }

        (await centralDb.SendAsync(HttpMethod.Post, $"/garmin_credentials/{user}", new { garmin_username = "ann" })).Status.ShouldBe(201);
        (await centralDb.SendAsync(HttpMethod.Post, "/tokens/", new { user_id = user, hash = "ab" })).Status.ShouldBe(201);
        (await centralDb.SendAsync(HttpMethod.Post, "/health_metrics", new { user_id = user, metric_type = "steps", date = "2026-11-22", value = 5000, unit = "1" })).Status.ShouldBeInRange(200, 201);
        (await centralDb.SendAsync(HttpMethod.Post, "/workout_plans", new { user_id = user, name = "400s", sport = "running", steps = new object[] { new { type = "interval", duration = new { type = "distance", value = 400 } } } })).Status.ShouldBe(201);
        return user;
    }

    /// <summary>Every table of the model that says whose its rows are.</summary>
    private static async Task<IReadOnlyList<(string Table, int Rows)>> FilledTablesAsync(RunningCentralDb centralDb, Guid user)
    {
        var found = new List<(string, int)>();
        await centralDb.InDatabaseAsync(async database =>
        {
            // Files on their way to a bucket are nobody's: a hash, for an hour.
            foreach (var table in database.Model.GetEntityTypes().Select(type => type.GetTableName()!).Where(table => table != "loose_files"))
            {
                var count = $"SELECT COUNT(*) AS \"Value\" FROM {table} WHERE {(table == "users" ? "id" : "user_id")} = {{0}}";
                found.Add((table, await database.Database.SqlQueryRaw<int>(count, user).SingleAsync()));
            }
        });
        return found;
    }
}
