using System.Net;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_the_standalone_has_its_own_CentralDB
{
    [Fact]
    public async Task It_makes_a_key_for_it_once_which_its_owner_alone_can_read()
    {
        var folder = Directory.CreateTempSubdirectory("standalone-");
        var keyFile = Path.Combine(folder.FullName, "centraldb.key");
        var url = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DataFolder"] = folder.FullName,
            ["CentralDb:Url"] = url.ToString(),
            ["EmbeddedCentralDb:OwnKey"] = "true",
        };
        string first;
        await using (await RunningService.StartAsync(ServiceProgram.Standalone, new Uri($"http://127.0.0.1:{FreePort.Next()}/"), settings))
        {
            first = await File.ReadAllTextAsync(keyFile);
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(keyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            (await AskAsync(url, key: null)).ShouldBe(HttpStatusCode.Unauthorized);
            (await AskAsync(url, first.Trim())).ShouldBe(HttpStatusCode.OK);
        }

        await using var again = await RunningService.StartAsync(ServiceProgram.Standalone, new Uri($"http://127.0.0.1:{FreePort.Next()}/"), settings);
        (await File.ReadAllTextAsync(keyFile)).ShouldBe(first);
        again.Output.ShouldNotContain(first.Trim());
        (await AskAsync(url, first.Trim())).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> AskAsync(Uri centralDb, string? key)
    {
        using var http = new HttpClient { BaseAddress = centralDb };
        http.DefaultRequestHeaders.Add("X-Api-Key", key ?? "");
        using var answer = await http.GetAsync(new Uri("users", UriKind.Relative));
        return answer.StatusCode;
    }
}
