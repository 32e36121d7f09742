using FitTrack.Hosting;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Server;

public class When_its_health_is_asked_for_by_command
{
    [Theory]
    [InlineData("health/ready", 0)]
    [InlineData("nothing/here", 1)]
    public async Task The_exit_code_says_whether_the_answer_was_a_success(string path, int expected)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();

        (await AskAsync($"{centralDb.Http.BaseAddress}{path}")).ShouldBe(expected);
    }

    [Fact]
    public async Task No_answer_is_a_failure() => (await AskAsync($"http://127.0.0.1:{FreePort.Next()}/health/live")).ShouldBe(1);

    private static Task<int> AskAsync(string url) =>
        FitTrackProcess.RunAsync(["health", url], () => throw new InvalidOperationException("A health check starts no server."));
}
