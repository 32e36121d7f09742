using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>What the README promises of its first command and of the calls after it.</summary>
public sealed class When_the_demo_runs
{
    // {"alg": in base64
    private const string BeginningOfAToken = "eyJhbGciOi";

    private const string SecondAthlete = "second@example.com";

    [Fact]
    public async Task It_syncs_by_itself_and_answers_a_login_with_the_two_fixed_bodies_and_starts_again_with_a_second_account()
    {
        var folder = Directory.CreateTempSubdirectory("demo-").FullName;
        await using (var demo = await StartAsync(folder))
        {
            await Eventually.Is(() => demo.Output.Contains("stays up", StringComparison.Ordinal), TimeSpan.FromMinutes(2));
            demo.Output.ShouldContain("The job is completed: 6 activities fetched");
            demo.Output.ShouldContain("Rest HR", customMessage: "headings are cut at 80 columns");
            demo.Output.ShouldContain("Battery max", customMessage: "headings are cut at 80 columns");
            await ShouldNameItsGarminAsync(demo);

            (await LoginAsync(demo, GatewayCalls.Password)).ShouldBe((HttpStatusCode.OK, """{"message": "Garmin account linked successfully."}"""));
            (await LoginAsync(demo, "wrong")).ShouldBe((HttpStatusCode.Unauthorized, """{"detail": "Invalid Garmin credentials provided."}"""));
            demo.Output.ShouldNotContain(GatewayCalls.Password);

            await demo.Http.LinkAsync(SecondAthlete);
            (await demo.TerminateAsync()).ExitCode.ShouldBe(0, demo.Output);
            demo.Output.ShouldNotContain("The demo stopped");
        }

        await using (var again = await StartAsync(folder))
        {
            await Eventually.Is(() => again.Output.Contains("stays up", StringComparison.Ordinal), TimeSpan.FromMinutes(2));
            again.Output.ShouldContain("The job is completed: 0 activities fetched, 6 unchanged");
        }

        File.Exists(Path.Combine(folder, "garminsync.log")).ShouldBeTrue();
        File.Exists(Path.Combine(folder, "centraldb.log")).ShouldBeTrue();
        await ShouldHoldNoSecretAsync(folder);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task It_leaves_alone_the_server_that_its_environment_is_about()
    {
        var mine = Directory.CreateTempSubdirectory("mine-").FullName;
        var folder = Directory.CreateTempSubdirectory("demo-").FullName;
        await using var centralDb = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DataFolder"] = mine,
            ["Secrets:KeyFile"] = Path.Combine(mine, "secrets.key"),
            ["State:ConnectionString"] = $"Data Source={mine}/state.db",
            ["CentralDbServer:ConnectionString"] = $"Data Source={mine}/centraldb.db",
            ["CentralDbServer:ActivityFolder"] = Path.Combine(mine, "activities"),
            ["CentralDb:Url"] = centralDb.BaseAddress.ToString(),
            ["Transport"] = "RabbitMq",
            ["RabbitMq:Url"] = $"amqp://localhost:{FreePort.Next()}",
        };
        await using (var demo = await StartAsync(folder, settings))
        {
            await Eventually.Is(() => demo.Output.Contains("stays up", StringComparison.Ordinal), TimeSpan.FromMinutes(2));
        }

        Directory.EnumerateFileSystemEntries(mine).ShouldBeEmpty();
        (await centralDb.RequestsAsync("")).ShouldBe(0);
        Directory.Delete(mine);
        Directory.Delete(folder, recursive: true);
    }

    private static Task<RunningService> StartAsync(string folder, IEnumerable<KeyValuePair<string, string?>>? environment = null) => RunningService.StartAsync(
        ServiceProgram.Demo,
        new Uri($"http://127.0.0.1:{FreePort.Next()}/"),
        environment ?? [],
        $"--DataFolder={folder}",
        $"--CentralDb:Url=http://127.0.0.1:{FreePort.Next()}",
        "--Simulator:DefaultActivities=6",
        $"--Simulator:Athletes:0:Email={SecondAthlete}",
        "--Simulator:Athletes:0:Activities=1");

    private static async Task ShouldNameItsGarminAsync(RunningService demo)
    {
        var address = Regex.Match(demo.Output, @"Garmin +(http://\S+)", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups[1].Value;
        using var admin = new HttpClient { BaseAddress = new Uri(address) };
        var requests = await admin.GetFromJsonAsync<Dictionary<string, int>>("admin/requests");
        requests!.Keys.ShouldContain(request => request.Contains("download-service", StringComparison.Ordinal));
    }

    private static async Task<(HttpStatusCode Status, string Body)> LoginAsync(RunningService demo, string password)
    {
        using var body = new StringContent($$"""{"username": "{{GatewayCalls.UserName}}", "password": "{{password}}"}""", Encoding.UTF8, "application/json");
        using var answer = await demo.Http.PostAsync(new Uri("api/garmin/login", UriKind.Relative), body);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Neither log nor database may hold the password or a bearer (a JWT) that can be read.</summary>
    private static async Task ShouldHoldNoSecretAsync(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var content = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            content.ShouldNotContain(GatewayCalls.Password, customMessage: file);
            content.ShouldNotContain(BeginningOfAToken, customMessage: file);
        }
    }
}
