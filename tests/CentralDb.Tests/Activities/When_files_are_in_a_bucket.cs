using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FitTrack.CentralDb.Activities.Files;
using FitTrack.Databases;
using FitTrack.Databases.Backups;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Activities;

public sealed class When_files_are_in_a_bucket(PostgreSqlServer postgres, S3Server bucket)
{
    private readonly string _prefix = $"{Guid.NewGuid():N}/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task One_is_stored_read_in_parts_and_gone_with_its_record(DatabaseProvider database)
    {
        await using var server = await StartAsync(database);
        var user = await server.NewUserAsync();
        var upload = new Upload().WithDigest();

        var (status, activity) = await server.UploadAsync(user, upload);

        status.ShouldBe(201);
        bucket.Objects(_prefix).ShouldBe([_prefix + activity.Text("file_path")]);
        server.Files.ShouldBeEmpty();
        var file = $"/activities/{user}/{activity.Text("id")}/file";
        (await server.Http.GetByteArrayAsync(file, Token)).ShouldBe(upload.File);

        using (var part = await server.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, file) { Headers = { Range = new RangeHeaderValue(4, 9) } }, Token))
        {
            part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
            (await part.Content.ReadAsStringAsync(Token)).ShouldBe("really");
        }

        var reads = await ReadsAsync();
        using (var known = await server.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, file) { Headers = { IfNoneMatch = { new EntityTagHeaderValue($"\"{Upload.Sha256(upload.File!)}\"") } } }, Token))
        {
            known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }

        (await ReadsAsync()).ShouldBe(reads, "what the caller has is not read again");
        (await server.SendAsync(HttpMethod.Delete, $"/activities/{user}/{activity.Text("id")}")).Status.ShouldBe(204);
        bucket.Objects(_prefix).ShouldBeEmpty();
        await NothingIsLooseAsync(server);

        async Task<int> ReadsAsync() => (await bucket.RequestsAsync(Token)).Count(request => request.StartsWith($"GET /{S3Server.Bucket}/{_prefix}", StringComparison.Ordinal));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_newer_file_takes_the_place_of_the_older_and_an_older_one_leaves_nothing(DatabaseProvider database)
    {
        await using var server = await StartAsync(database);
        var user = await server.NewUserAsync();

        await server.UploadAsync(user, Of("first").With("revision", "1"));
        var (_, second) = await server.UploadAsync(user, Of("second").With("revision", "2"));
        var (status, stale) = await server.UploadAsync(user, Of("stale").With("revision", "1"));

        status.ShouldBe(200);
        stale.Text("sha256").ShouldBe(second.Text("sha256"));
        bucket.Objects(_prefix).ShouldBe([_prefix + second.Text("file_path")]);
        (await server.UploadAsync(user, Of("second").With("revision", "2"))).Status.ShouldBe(200);
        bucket.Objects(_prefix).Count.ShouldBe(1);
        await NothingIsLooseAsync(server);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_erased_user_takes_his_files_along_but_not_those_that_another_has_too(DatabaseProvider database)
    {
        await using var server = await StartAsync(database);
        var (ann, ben) = (await server.NewUserAsync(), await server.NewUserAsync());
        await server.UploadAsync(ann, Of("of both"));
        await server.UploadAsync(ann, Of("of Ann").With("garmin_activity_id", "2"));
        var (_, shared) = await server.UploadAsync(ben, Of("of both"));

        (await server.SendAsync(HttpMethod.Delete, $"/users/{ann}")).Status.ShouldBe(204);
        bucket.Objects(_prefix).ShouldBe([_prefix + shared.Text("file_path")]);
        (await server.SendAsync(HttpMethod.Delete, $"/users/{ben}")).Status.ShouldBe(204);
        bucket.Objects(_prefix).ShouldBeEmpty();
        await NothingIsLooseAsync(server);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Nothing_is_stored_while_the_bucket_is_away_and_the_same_upload_works_later(DatabaseProvider database)
    {
        await using var mine = new S3Server();
        await mine.StartAsync(Token);
        await using var server = await RunningCentralDb.StartAsync(postgres, database, [.. mine.Options(_prefix)]);
        var user = await server.NewUserAsync();
        var (_, there) = await server.UploadAsync(user, Of("there"));
        var upload = Of("meanwhile").With("garmin_activity_id", "2");
        (await server.SendAsync(HttpMethod.Get, "/health/ready")).Status.ShouldBe(200);

        await mine.StopAsync();
        using (var form = upload.ToForm())
        using (var refused = await server.Http.PostAsync($"/activities/{user}", form, Token))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter.ShouldNotBeNull();
            (await refused.JsonAsync()).Text("detail").ShouldContain("nothing was stored");
        }

        (await server.SendAsync(HttpMethod.Get, $"/activities/{user}/{there.Text("id")}/file")).Status.ShouldBe(503);
        (await server.SendAsync(HttpMethod.Delete, $"/users/{user}")).Status.ShouldBe(503, "his file is still there");
        (await server.ActivitiesAsync(user)).Count.ShouldBe(1);
        await Eventually.Is(async () => (await server.SendAsync(HttpMethod.Get, "/health/ready")) is (503, var body) && body.Text("detail").Contains(S3Server.Bucket, StringComparison.Ordinal), cancellationToken: Token);

        await mine.StartAsync(Token);
        (await server.UploadAsync(user, upload)).Status.ShouldBe(201);
        (await server.SendAsync(HttpMethod.Delete, $"/users/{user}")).Status.ShouldBe(204);
        mine.Objects(_prefix).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_process_that_is_killed_in_the_middle_of_an_upload_leaves_nothing_for_long(DatabaseProvider database)
    {
        await using var mine = new S3Server();
        await mine.StartAsync(Token);
        await using var server = await RunningCentralDb.StartAsync(postgres, database, [.. mine.Options(_prefix)]);
        var user = await server.NewUserAsync();
        await server.StopAsync();
        var upload = new Upload { File = new byte[BucketFiles.PartSize + 100_000] }.WithDigest();
        var url = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        await using (var process = await RunningService.StartAsync(ServiceProgram.CentralDb, url, [], [.. server.Options.Where(option => !option.StartsWith("--urls", StringComparison.Ordinal)), $"--urls={url}"]))
        {
            await mine.HoldAsync("PUT", Token);
            using var form = upload.ToForm();
            var sending = process.Http.PostAsync(new Uri($"activities/{user}", UriKind.Relative), form, Token);
            await Eventually.Is(async () => (await mine.RequestsAsync(Token)).Any(request => request.Contains("partNumber=", StringComparison.Ordinal)), cancellationToken: Token);
            await process.KillAsync();
            await Should.ThrowAsync<HttpRequestException>(() => sending);
        }

        await mine.LetGoAsync(Token);
        mine.Objects(_prefix).ShouldBeEmpty();
        (await mine.RequestsAsync(Token)).ShouldContain(request => request.StartsWith("OPEN", StringComparison.Ordinal));

        await server.RestartAsync();
        server.Files.ShouldBeEmpty("what it had received is removed at once");
        (await server.ActivitiesAsync(user)).ShouldBeEmpty();
        await AnHourPassesAsync(server);
        await server.RestartAsync();
        await Eventually.Is(async () => !(await mine.RequestsAsync(Token)).Any(request => request.StartsWith("OPEN", StringComparison.Ordinal)), cancellationToken: Token);
        await Eventually.Is(async () => await LooseAsync(server) == 0, cancellationToken: Token);
        (await server.UploadAsync(user, upload)).Status.ShouldBe(201);
        mine.Objects(_prefix).Count.ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_was_left_is_looked_at_after_an_hour_and_only_that_goes_which_has_no_record(DatabaseProvider database)
    {
        await using var server = await StartAsync(database);
        var user = await server.NewUserAsync();
        var (_, kept) = await server.UploadAsync(user, Of("kept"));
        var (_, gone) = await server.UploadAsync(user, Of("gone").With("garmin_activity_id", "2"));
        await server.InDatabaseAsync(async centralDb =>
        {
            // As a process leaves it that dies between the record's going and the file's.
            await centralDb.Activities.Where(activity => activity.GarminActivityId == 2).ExecuteDeleteAsync(Token);
            centralDb.LooseFiles.AddRange(new[] { kept, gone }.Select(activity => new LooseFile { Id = Guid.NewGuid(), Path = activity.Text("file_path"), Since = TimeProvider.System.GetUtcNow() }));
            await centralDb.SaveChangesAsync(Token);
        });

        await server.RestartAsync();
        bucket.Objects(_prefix).Count.ShouldBe(2);
        await AnHourPassesAsync(server);
        await server.RestartAsync();

        await Eventually.Is(async () => await LooseAsync(server) == 0, cancellationToken: Token);
        bucket.Objects(_prefix).ShouldBe([_prefix + kept.Text("file_path")]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_backup_has_the_files_and_a_restore_brings_them_back(DatabaseProvider database)
    {
        var folder = Directory.CreateTempSubdirectory("backup-test-").FullName;
        try
        {
            var archive = Path.Combine(folder, "backup.zip");
            await using var server = await StartAsync(database);
            var user = await server.NewUserAsync();
            var (_, first) = await server.UploadAsync(user, Of("first"));
            (await BackupCommand.RunAsync(["backup", archive, .. server.Options], CentralDbBackup.Open)).ShouldBe(0);
            await server.UploadAsync(user, Of("later").With("garmin_activity_id", "2"));
            await server.StopAsync();

            (await BackupCommand.RunAsync(["restore", archive, .. server.Options], CentralDbBackup.Open)).ShouldBe(1, "there is something");
            bucket.Objects(_prefix).Count.ShouldBe(2);
            bucket.Lose(_prefix + first.Text("file_path"));
            (await BackupCommand.RunAsync(["restore", archive, .. server.Options, "--replace"], CentralDbBackup.Open)).ShouldBe(0);

            bucket.Objects(_prefix).ShouldBe([_prefix + first.Text("file_path")]);
            await server.RestartAsync();
            (await server.ActivitiesAsync(user)).Count.ShouldBe(1);
            (await server.Http.GetStringAsync($"/activities/{user}/{first.Text("id")}/file", Token)).ShouldBe("first");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Files_of_a_folder_are_copied_and_copied_on_and_back_again(DatabaseProvider database)
    {
        await bucket.StartAsync(Token);
        await using var inFolder = await RunningCentralDb.StartAsync(postgres, database);
        var user = await inFolder.NewUserAsync();
        for (var number = 1; number <= 5; number++)
        {
            await inFolder.UploadAsync(user, Of($"content {number}").With("garmin_activity_id", $"{number}"));
        }

        string[] options = [.. inFolder.Options, .. bucket.Options(_prefix)];
        (await FilesCommand.RunAsync(["files", "to-bucket", .. options])).ShouldBe(0, "while it runs");
        var all = bucket.Objects(_prefix);
        all.Count.ShouldBe(5);
        await inFolder.StopAsync();
        bucket.Lose(all[0]); // a copy that was killed before it got there
        (await FilesCommand.RunAsync(["files", "to-bucket", .. options])).ShouldBe(0);
        bucket.Objects(_prefix).ShouldBe(all);

        var files = inFolder.Files;
        Directory.Delete(Path.Combine(inFolder.Folder, "activities"), recursive: true);
        (await FilesCommand.RunAsync(["files", "to-folder", .. options])).ShouldBe(0);
        inFolder.Files.ShouldBe(files);

        // What the disk has spoilt is named, and not spread.
        bucket.Lose(all[1]);
        await File.WriteAllTextAsync(Path.Combine(inFolder.Folder, "activities", all[1][_prefix.Length..]), "spoilt", Token);
        (await FilesCommand.RunAsync(["files", "to-bucket", .. options])).ShouldBe(0);
        bucket.Objects(_prefix).ShouldBe(all.Except([all[1]]));
        (await FilesCommand.RunAsync(["files", "to-bucket", .. inFolder.Options])).ShouldBe(1, "no bucket is named");
    }

    [Fact]
    public async Task Nothing_that_is_written_has_the_secret()
    {
        var log = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.log");
        try
        {
            await bucket.StartAsync(Token);
            await using var server = await RunningCentralDb.StartAsync(
                [.. bucket.Options(_prefix), "--CentralDbServer:Files:SecretKey=another-planted-secret", "--Serilog:MinimumLevel:Default=Verbose", "--Serilog:MinimumLevel:Override:Microsoft=Verbose", "--Serilog:WriteTo:0:Name=File", $"--Serilog:WriteTo:0:Args:path={log}"]);
            var user = await server.NewUserAsync();

            var (status, problem) = await server.UploadAsync(user, Of("refused"));

            status.ShouldBe(503);
            problem.ToJsonString().ShouldNotContain("planted");
            (await server.SendAsync(HttpMethod.Get, "/health/ready")).Body.ToJsonString().ShouldNotContain("planted");
            await server.StopAsync();
            var written = await File.ReadAllTextAsync(log, Token);
            written.ShouldContain("The bucket of activity files cannot be used");
            written.ShouldNotContain("planted");
        }
        finally
        {
            File.Delete(log);
        }
    }

    private static Upload Of(string content) => new Upload { File = Encoding.UTF8.GetBytes(content) }.WithDigest();

    private static async Task<int> LooseAsync(RunningCentralDb server)
    {
        var count = 0;
        await server.InDatabaseAsync(async centralDb => count = await centralDb.LooseFiles.CountAsync(Token));
        return count;
    }

    private static async Task NothingIsLooseAsync(RunningCentralDb server) => (await LooseAsync(server)).ShouldBe(0);

    private static Task AnHourPassesAsync(RunningCentralDb server) => server.InDatabaseAsync(async centralDb =>
    {
        var before = TimeProvider.System.GetUtcNow() - LooseFiles.LongestUpload;
        (await centralDb.LooseFiles.ExecuteUpdateAsync(set => set.SetProperty(file => file.Since, before), Token)).ShouldBeGreaterThan(0);
    });

    private async Task<RunningCentralDb> StartAsync(DatabaseProvider database)
    {
        await bucket.StartAsync(Token);
        return await RunningCentralDb.StartAsync(postgres, database, [.. bucket.Options(_prefix)]);
    }
}
