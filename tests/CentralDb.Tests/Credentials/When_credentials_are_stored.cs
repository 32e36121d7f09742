using FitTrack.Databases;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Credentials;

public class When_credentials_are_stored(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task A_token_refresh_leaves_the_password_and_null_forgets_it(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var path = $"/garmin_credentials/{await centralDb.NewUserAsync()}";

        (await centralDb.SendAsync(HttpMethod.Post, path, new { garmin_username = "ann", garmin_password_plaintext = "gs1.sealed" })).Status.ShouldBe(201);
        (await centralDb.SendAsync(HttpMethod.Put, path, new { access_token = "gs1.a", access_token_secret = "gs1.b", token_expiration_date = "2026-11-22T07:00:00+01:00" }))
            .Status.ShouldBe(200);

        var (status, stored) = await centralDb.SendAsync(HttpMethod.Get, path);
        status.ShouldBe(200);
        stored.Text("garmin_username").ShouldBe("ann");
        stored.Text("garmin_password_plaintext").ShouldBe("gs1.sealed");
        stored.Text("access_token").ShouldBe("gs1.a");
        stored.Text("access_token_secret").ShouldBe("gs1.b");
        stored.Text("token_expiration_date").ShouldBe("2026-11-22T06:00:00Z");

        (await centralDb.SendAsync(HttpMethod.Put, path, new { garmin_password_plaintext = (string?)null })).Status.ShouldBe(200);
        stored = (await centralDb.SendAsync(HttpMethod.Get, path)).Body;
        stored["garmin_password_plaintext"].ShouldBeNull();
        stored.Text("access_token").ShouldBe("gs1.a");
    }

    [Fact]
    public async Task The_other_name_of_the_password_is_read()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var path = $"/garmin_credentials/{await centralDb.NewUserAsync()}";

        await centralDb.SendAsync(HttpMethod.Post, path, new { garmin_plaintext_password = "one" });
        (await centralDb.SendAsync(HttpMethod.Get, path)).Body.Text("garmin_password_plaintext").ShouldBe("one");

        await centralDb.SendAsync(HttpMethod.Put, path, new { garmin_plaintext_password = "two" });
        (await centralDb.SendAsync(HttpMethod.Get, path)).Body.Text("garmin_password_plaintext").ShouldBe("two");
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Of_eight_posts_at_once_one_stores_and_the_others_get_409(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var path = $"/garmin_credentials/{await centralDb.NewUserAsync()}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => centralDb.SendAsync(HttpMethod.Post, path, new { garmin_username = "ann" })));

        answers.Select(answer => answer.Status).Order().ShouldBe([201, 409, 409, 409, 409, 409, 409, 409]);
    }

    [Fact]
    public async Task Without_a_user_or_without_credentials_it_is_404()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var path = $"/garmin_credentials/{await centralDb.NewUserAsync()}";

        (await centralDb.SendAsync(HttpMethod.Post, $"/garmin_credentials/{Guid.NewGuid()}", new { garmin_username = "ann" })).Status.ShouldBe(404);
        (await centralDb.SendAsync(HttpMethod.Get, path)).Status.ShouldBe(404);
        (await centralDb.SendAsync(HttpMethod.Put, path, new { garmin_username = "ann" })).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_field_of_the_wrong_type_is_named()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var path = $"/garmin_credentials/{await centralDb.NewUserAsync()}";

        var (status, problem) = await centralDb.SendAsync(HttpMethod.Post, path, new { garmin_username = "ann", access_token = 7 });

        status.ShouldBe(422);
        problem.BadFields().ShouldBe(["access_token"]);
        (await centralDb.SendAsync(HttpMethod.Get, path)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Nothing_of_them_is_in_the_log()
    {
        var folder = Directory.CreateTempSubdirectory("centraldb-log-");
        var log = Path.Combine(folder.FullName, "log.txt");
        await using (var centralDb = await RunningCentralDb.StartAsync(
            "--Serilog:MinimumLevel:Default=Verbose", "--Serilog:MinimumLevel:Override:Microsoft=Verbose",
            "--Serilog:Using:0=Serilog.Sinks.File", "--Serilog:WriteTo:0:Name=File", $"--Serilog:WriteTo:0:Args:path={log}"))
        {
            var path = $"/garmin_credentials/{await centralDb.NewUserAsync()}";
            await centralDb.SendAsync(HttpMethod.Post, path, new { garmin_username = "ann", garmin_password_plaintext = "hunter-two", access_token = "first-token" });
            await centralDb.SendAsync(HttpMethod.Post, path, new { garmin_password_plaintext = "hunter-two" });
            await centralDb.SendAsync(HttpMethod.Put, path, new { access_token = "second-token", access_token_secret = 7 });
            await centralDb.SendAsync(HttpMethod.Get, path);
        }

        var written = await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken);
        folder.Delete(recursive: true);
        written.ShouldContain("garmin_credentials");
        written.ShouldNotContain("hunter-two");
        written.ShouldNotContain("-token\"");
        written.ShouldNotContain("first-token");
        written.ShouldNotContain("second-token");
    }
}
