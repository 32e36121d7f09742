using System.Net;
using System.Text;
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

    [Fact]
    public async Task It_syncs_by_itself_and_answers_a_login_with_the_two_fixed_bodies()
    {
        var folder = Directory.CreateTempSubdirectory("demo-").FullName;
        var url = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DataFolder"] = folder,
            ["CentralDb:Url"] = $"http://127.0.0.1:{FreePort.Next()}",
            ["Simulator:DefaultActivities"] = "6",
        };
        await using (var demo = await RunningService.StartAsync(ServiceProgram.Standalone, url, settings, "demo"))
        {
            await Eventually.Is(() => demo.Output.Contains("stays up", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
            demo.Output.ShouldContain("The job is completed: 6 activities fetched");
            demo.Output.ShouldContain("Rest HR", customMessage: "headings are cut at 80 columns");

            (await LoginAsync(demo, GatewayCalls.Password)).ShouldBe((HttpStatusCode.OK, """{"message": "Garmin account linked successfully."}"""));
            (await LoginAsync(demo, "wrong")).ShouldBe((HttpStatusCode.Unauthorized, """{"detail": "Invalid Garmin credentials provided."}"""));
            demo.Output.ShouldNotContain(GatewayCalls.Password);
        }

        await ShouldHoldNoSecretAsync(folder);
        Directory.Delete(folder, recursive: true);
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
