using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>What keeps it from starting is said in one line, and a supervisor sees it by the exit code.</summary>
public sealed class When_the_standalone_cannot_start
{
    [Fact]
    public async Task A_refused_address_is_one_line()
    {
        var folder = Directory.CreateTempSubdirectory("standalone-").FullName;
        var refused = await FinishedProgram.RunAsync(
            ServiceProgram.Standalone, $"--DataFolder={folder}", $"--urls=http://0.0.0.0:{FreePort.Next()}", $"--CentralDb:Url=http://127.0.0.1:{FreePort.Next()}");

        refused.ExitCode.ShouldBe(1);
        refused.Errors.TrimEnd().ShouldStartWith("Not started. Will not listen on http://0.0.0.0:");
        refused.Errors.TrimEnd().ShouldNotContain("\n");
        refused.Output.ShouldNotContain("   at ");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task It_says_where_the_demo_is()
    {
        var refused = await FinishedProgram.RunAsync(ServiceProgram.Standalone, "demo");

        refused.ExitCode.ShouldBe(1);
        refused.Errors.TrimEnd().ShouldBe("The demo is a program of its own: start ./run-demo.sh, or dotnet run --project sandbox/GarminSync.Demo.");
        refused.Output.ShouldBeEmpty();
    }
}
