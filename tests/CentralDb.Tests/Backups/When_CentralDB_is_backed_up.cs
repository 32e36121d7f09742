using System.Text;
using FitTrack.Databases;
using FitTrack.Databases.Backups;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Backups;

public sealed class When_CentralDB_is_backed_up(PostgreSqlServer postgres) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("backup-test-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Archive => Path.Combine(_folder, "backup.zip");

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_empty_machine_has_everything_after_a_restore(DatabaseProvider database)
    {
        await using var server = await RunningCentralDb.StartAsync(postgres, database);
        var userId = await server.NewUserAsync();
        for (var number = 1; number <= 20; number++)
        {
            (await server.UploadAsync(userId, Of(number))).Status.ShouldBe(201);
        }

        (await RunAsync("backup", server.Options)).ShouldBe(0);
        await using var empty = await RunningCentralDb.PrepareAsync(postgres, database);
        (await RunAsync("restore", empty.Options)).ShouldBe(0);
        if (database == DatabaseProvider.Sqlite && !OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(empty.Folder, "centraldb.db")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await empty.RestartAsync();

        (await empty.ActivitiesAsync(userId, "?limit=100")).ToJsonString().ShouldBe((await server.ActivitiesAsync(userId, "?limit=100")).ToJsonString());
        empty.Files.ShouldBe(server.Files);
        (await empty.UploadAsync(userId, Of(21))).Status.ShouldBe(201);
        Directory.EnumerateFileSystemEntries(empty.Folder, "*restor*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Each_record_in_it_has_its_file_though_activities_come_and_go_meanwhile(DatabaseProvider database)
    {
        await using var server = await RunningCentralDb.StartAsync(postgres, database);
        var userId = await server.NewUserAsync();
        for (var number = 1; number <= 50; number++)
        {
            await server.UploadAsync(userId, Of(number));
        }

        using var end = new CancellationTokenSource();
        var stored = 0;
        var writing = WriteAsync();
        (await RunAsync("backup", server.Options)).ShouldBe(0);
        await end.CancelAsync();
        await writing;
        stored.ShouldBeGreaterThan(0);

        await using var empty = await RunningCentralDb.PrepareAsync(postgres, database);
        (await RunAsync("restore", empty.Options)).ShouldBe(0);
        await empty.RestartAsync();
        foreach (var activity in await empty.ActivitiesAsync(userId, "?limit=500"))
        {
            empty.Files.ShouldContain(activity!["file_path"]!.GetValue<string>());
        }

        // An edit gives an activity another file, and the one that it had goes.
        async Task WriteAsync()
        {
            for (var number = 0; !end.IsCancellationRequested; number++)
            {
                (await server.UploadAsync(userId, Of(1 + (number % 50), $"edit {number}"))).Status.ShouldBeLessThan(300);
                Interlocked.Increment(ref stored);
            }
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Nothing_is_restored_over_data_unless_told(DatabaseProvider database)
    {
        await using var server = await RunningCentralDb.StartAsync(postgres, database);
        var userId = await server.NewUserAsync();
        await server.UploadAsync(userId, Of(1));
        (await RunAsync("backup", server.Options)).ShouldBe(0);
        await using var other = await RunningCentralDb.StartAsync(postgres, database);
        var otherUser = await other.NewUserAsync();
        await other.UploadAsync(otherUser, Of(2));

        await other.InDatabaseAsync(async centralDb =>
        {
            // Its idle connections are in this process's pool, from where the command would take them.
            await centralDb.Database.OpenConnectionAsync(Token);
            (await RunAsync("restore", [.. other.Options, "--replace"])).ShouldBe(1, "it is in use");
        });
        await other.StopAsync();
        (await RunAsync("restore", other.Options)).ShouldBe(1);
        await other.RestartAsync();
        (await other.ActivitiesAsync(otherUser)).Count.ShouldBe(1);
        other.Files.Count.ShouldBe(1);

        await other.StopAsync();
        (await RunAsync("restore", [.. other.Options, "--replace"])).ShouldBe(0);
        await other.RestartAsync();
        (await other.ActivitiesAsync(userId)).Count.ShouldBe(1);
        other.Files.ShouldBe(server.Files);
        await other.InDatabaseAsync(async centralDb => (await centralDb.Users.CountAsync(Token)).ShouldBe(1));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_older_schema_is_brought_up_to_date(DatabaseProvider database)
    {
        await using var old = await RunningCentralDb.PrepareAsync(postgres, database);
        await using (var subject = CentralDbBackup.Open(old.Options))
        {
            var context = subject.Stores[0].Context;
            await using var transaction = await context.Database.BeginTransactionAsync(Token);
            await DatabaseUpgrade.ApplyAsync(context, "20261122000000_Initial", Token);
            await context.Database.ExecuteSqlRawAsync("INSERT INTO users (id, email, email_key, created_at) VALUES ('0B7C1E5A-5C8B-4F5E-9E51-0B1B6C2D7A11', 'a@example.com', 'a@example.com', '2026-11-22 00:00:00')", Token);
            await transaction.CommitAsync(Token);
        }

        (await RunAsync("backup", old.Options)).ShouldBe(0);
        await using var empty = await RunningCentralDb.PrepareAsync(postgres, database);
        (await RunAsync("restore", empty.Options)).ShouldBe(0);
        await empty.RestartAsync();

        await empty.InDatabaseAsync(async centralDb => (await centralDb.Users.SingleAsync(Token)).Email.ShouldBe("a@example.com"));
        (await empty.UploadAsync(Guid.Parse("0B7C1E5A-5C8B-4F5E-9E51-0B1B6C2D7A11"), Of(1))).Status.ShouldBe(201);
    }

    [Fact]
    public async Task One_of_a_newer_version_is_not_restored()
    {
        var archive = await BackupOf.FilesAsync(_folder, manifest => manifest with { Version = "9.0.0", Stores = [manifest.Stores[0] with { Migration = "20991231000000_Later" }] });
        await using var empty = await RunningCentralDb.PrepareAsync(postgres, DatabaseProvider.Sqlite);
        await using var subject = CentralDbBackup.Open(empty.Options);

        var refused = await Should.ThrowAsync<BackupRefusedException>(() => BackupRestorer.RunAsync(subject, archive, replace: false, Token));

        refused.Message.ShouldContain("made by a newer version (9.0.0, migration '20991231000000_Later')");
        Directory.EnumerateFileSystemEntries(empty.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restore_that_was_broken_off_while_it_moved_files_is_told_and_done_once_more()
    {
        await using var server = await RunningCentralDb.StartAsync();
        var userId = await server.NewUserAsync();
        await server.UploadAsync(userId, Of(1));
        (await RunAsync("backup", server.Options)).ShouldBe(0);
        await using var empty = await RunningCentralDb.PrepareAsync(postgres, DatabaseProvider.Sqlite);
        UnfinishedRestore.Begin(empty.Folder, "centraldb", Archive);
        Directory.CreateDirectory(Path.Combine(empty.Folder, "activities", "3f"));
        await File.WriteAllTextAsync(Path.Combine(empty.Folder, "activities", "3f", "3f.fit"), "moved already", Token);

        (await Should.ThrowAsync<FitTrack.Hosting.StartRefusedException>(empty.RestartAsync)).Message.ShouldContain("Run the same 'restore' again");
        (await RunAsync("backup", empty.Options)).ShouldBe(1);
        (await RunAsync("restore", empty.Options)).ShouldBe(0);
        await empty.RestartAsync();

        (await empty.ActivitiesAsync(userId)).Count.ShouldBe(1);
        empty.Files.ShouldBe(server.Files);
    }

    [Fact]
    public async Task A_file_that_was_lost_before_does_not_hold_it_up()
    {
        await using var server = await RunningCentralDb.StartAsync();
        var userId = await server.NewUserAsync();
        await server.UploadAsync(userId, Of(1));
        await server.UploadAsync(userId, Of(2));
        var lost = server.Files[0];
        File.Delete(Path.Combine(server.Folder, "activities", lost));
        await using var subject = CentralDbBackup.Open(server.Options);
        var maker = new BackupMaker(TimeProvider.System);

        var manifest = await maker.RunAsync(subject, Archive, Token);

        maker.Lost.ShouldBe([Path.Combine(server.Folder, "activities", lost)]);
        manifest.Stores[0].Files().Count().ShouldBe(1);
    }

    [Fact]
    public async Task One_that_is_cancelled_leaves_no_file()
    {
        await using var server = await RunningCentralDb.StartAsync();
        await using var subject = CentralDbBackup.Open(server.Options);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => new BackupMaker(TimeProvider.System).RunAsync(subject, Archive, cancelled.Token));

        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("backup", "--DataFolder=x")]
    [InlineData("restore", "/nowhere/at/all.zip")]
    public async Task A_command_that_cannot_be_done_ends_with_1(params string[] args) =>
        (await BackupCommand.RunAsync([.. args, .. args.Length > 1 ? (string[])[$"--DataFolder={_folder}"] : []], CentralDbBackup.Open)).ShouldBe(1);

    [Fact]
    public async Task A_mistyped_option_is_no_way_to_another_place()
    {
        await using var server = await RunningCentralDb.StartAsync();

        (await RunAsync("backup", [.. server.Options, "--CentralDbServer:ActivityFoldr=/elsewhere"])).ShouldBe(1);

        File.Exists(Archive).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Upload Of(int number, string content = "recorded") =>
        new Upload { File = Encoding.UTF8.GetBytes($"{content} {number}") }.With("garmin_activity_id", $"{12129115726 + number}");

    private Task<int> RunAsync(string command, string[] options) => BackupCommand.RunAsync([command, Archive, .. options], CentralDbBackup.Open);
}
