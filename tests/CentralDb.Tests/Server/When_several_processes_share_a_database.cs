using System.Text;
using FitTrack.CentralDb.Activities.Files;
using FitTrack.Databases;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Server;

/// <summary>Three CentralDBs, started at once on an empty PostgreSQL, with a bucket or a folder that they share.</summary>
public sealed class When_several_processes_share_a_database(PostgreSqlServer postgres, S3Server bucket)
{
    private readonly string _prefix = $"{Guid.NewGuid():N}/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_stored_through_all_of_them_at_once_is_there_once_with_its_file(bool inBucket)
    {
        await using var servers = await StartAsync(inBucket);
        var users = new[] { await servers.All[0].NewUserAsync(), await servers.All[1].NewUserAsync() };

        // Few contents and few activities: everybody meets everybody, at the same record and at the same file.
        await Parallel.ForEachAsync(Enumerable.Range(0, 240), new ParallelOptions { MaxDegreeOfParallelism = 12, CancellationToken = Token }, async (number, _) =>
        {
            var server = servers.All[number % 3];
            var user = users[number / 3 % 2];
            if (number % 8 == 7)
            {
                foreach (var stored in (await server.ActivitiesAsync(user)).Take(1))
                {
                    (await server.SendAsync(HttpMethod.Delete, $"/activities/{user}/{stored!.Text("id")}")).Status.ShouldBeOneOf(204, 404);
                }
            }
            else
            {
                var upload = new Upload { File = Encoding.UTF8.GetBytes($"content {number * 7 % 5}") }.WithDigest()
                    .With("garmin_activity_id", $"{1 + (number * 5 % 4)}").With("revision", $"{number / 24}");
                (await server.UploadAsync(user, upload)).Status.ShouldBeOneOf(200, 201);
            }
        });

        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var user in users)
        {
            var activities = await servers.All[0].ActivitiesAsync(user);
            activities.Select(activity => activity!["garmin_activity_id"]!.GetValue<long>()).ShouldBeUnique();
            foreach (var activity in activities)
            {
                named.Add(activity!.Text("file_path"));
                foreach (var server in servers.All)
                {
                    var content = await server.Http.GetByteArrayAsync($"/activities/{user}/{activity!.Text("id")}/file", Token);
                    Upload.Sha256(content).ShouldBe(activity!.Text("sha256"));
                }
            }
        }

        named.ShouldNotBeEmpty();
        if (inBucket)
        {
            await AnHourPassesAsync(servers.All[1]);
        }

        (inBucket ? bucket.Objects(_prefix).Select(name => name[_prefix.Length..]) : servers.All[0].Files).ShouldBe(named, ignoreOrder: true, "no file without a record");
    }

    [Fact]
    public async Task Users_values_and_credentials_are_there_once()
    {
        await using var servers = await StartAsync(inBucket: false);

        var users = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => servers.All[number % 3].NewUserAsync("ann@example.com")));
        users.Distinct().ShouldHaveSingleItem();
        var user = users[0];

        var written = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => servers.All[number % 3].SendAsync(
            HttpMethod.Post, "/health_metrics", Enumerable.Range(1, 28).Select(day => new { user_id = user, metric_type = "steps", date = $"2026-02-{day:00}", value = number }))));
        written.ShouldAllBe(answer => answer.Status == 200);
        written.Sum(answer => answer.Body["new"]!.GetValue<int>()).ShouldBe(28);

        var made = await Task.WhenAll(Enumerable.Range(0, 9).Select(number => servers.All[number % 3].SendAsync(
            HttpMethod.Post, $"/garmin_credentials/{user}", new { garmin_username = $"ann{number}", garmin_password_plaintext = "sealed" })));
        made.Select(answer => answer.Status).Order().ShouldBe([201, .. Enumerable.Repeat(409, 8)]);

        // What one has stored, the others tell at once: nothing is kept in a process.
        for (var number = 0; number < 6; number++)
        {
            (await servers.All[number % 3].SendAsync(HttpMethod.Put, $"/garmin_credentials/{user}", new { access_token = $"token {number}" })).Status.ShouldBe(200);
            foreach (var server in servers.All)
            {
                (await server.SendAsync(HttpMethod.Get, $"/garmin_credentials/{user}")).Body.Text("access_token").ShouldBe($"token {number}");
            }
        }

        (await servers.All[1].SendAsync(HttpMethod.Delete, $"/users/{user}")).Status.ShouldBe(204);
        foreach (var server in servers.All)
        {
            (await server.SendAsync(HttpMethod.Get, $"/garmin_credentials/{user}")).Status.ShouldBe(404);
        }
    }

    [Fact]
    public async Task One_that_starts_removes_nothing_that_another_is_receiving()
    {
        await using var servers = await StartAsync(inBucket: false);
        var incoming = Path.Combine(servers.All[0].Folder, "activities", "incoming");
        await File.WriteAllTextAsync(Path.Combine(incoming, "left"), "by a killed process", Token);
        var held = Path.Combine(incoming, "held");
        await using (new FileStream(held, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete))
        {
            await servers.All[1].RestartAsync();

            Directory.EnumerateFiles(incoming).ShouldBe([held]);
        }

        await servers.All[1].RestartAsync();
        Directory.EnumerateFiles(incoming).ShouldBeEmpty();
    }

    // Whoever found that another was at the file left it to be looked at later.
    private static async Task AnHourPassesAsync(RunningCentralDb server)
    {
        await server.InDatabaseAsync(async centralDb =>
        {
            var before = TimeProvider.System.GetUtcNow() - LooseFiles.LongestUpload;
            await centralDb.LooseFiles.ExecuteUpdateAsync(set => set.SetProperty(file => file.Since, before), Token);
        });
        await server.RestartAsync();
        await Eventually.Is(
            async () =>
            {
                var left = 1;
                await server.InDatabaseAsync(async centralDb => left = await centralDb.LooseFiles.CountAsync(Token));
                return left == 0;
            },
            cancellationToken: Token);
    }

    private async Task<Together> StartAsync(bool inBucket)
    {
        if (inBucket)
        {
            await bucket.StartAsync(Token);
        }

        var first = await RunningCentralDb.PrepareAsync(postgres, DatabaseProvider.PostgreSql, [.. inBucket ? bucket.Options(_prefix) : []]);
        string[] shared = inBucket ? [] : [$"--CentralDbServer:ActivityFolder={Path.Combine(first.Folder, "activities")}"];
        var servers = new Together([first, first.Beside(shared), first.Beside(shared)]);
        await Task.WhenAll(servers.All.Select(server => server.RestartAsync()));
        return servers;
    }

    private sealed record Together(IReadOnlyList<RunningCentralDb> All) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var server in All.Reverse())
            {
                await server.DisposeAsync();
            }
        }
    }
}
