using System.Diagnostics;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_the_demo_cannot_run
{
    [Theory]
    [InlineData("urls")]
    [InlineData("CentralDb:Url")]
    public async Task A_taken_port_is_said_in_one_line_and_whoever_listens_there_is_left_alone(string taken)
    {
        // Answers like the CentralDB of somebody, which must not get the demo's athlete.
        await using var somebody = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        var address = somebody.BaseAddress.ToString().TrimEnd('/');

        var refused = await RunAsync($"--{taken}={address}");

        refused.ExitCode.ShouldBe(1);
        refused.Errors.TrimEnd().ShouldStartWith("Not started. ");
        refused.Errors.TrimEnd().ShouldNotContain("\n");
        refused.Errors.ShouldContain(address);
        refused.Errors.ShouldContain($"--{taken}=");
        refused.Output.ShouldNotContain("Linking");
        (await somebody.RequestsAsync("")).ShouldBe(0);
    }

    [Fact]
    public async Task It_says_why_and_ends()
    {
        var stopped = await RunAsync("--Gateway:Auth:Mode=Token", "--Gateway:Auth:OperatorKey=0123456789abcdef0123456789abcdef");

        stopped.ExitCode.ShouldBe(1);
        stopped.Output.ShouldContain("The demo stopped: /api/garmin/login answered 401");
    }

    [Fact]
    public async Task The_script_speaks_before_it_builds()
    {
        var folder = Directory.CreateTempSubdirectory("dotnet-").FullName;
        var dotnet = Path.Combine(folder, "dotnet");
        await File.WriteAllTextAsync(dotnet, "#!/bin/sh\necho \"$@\"\n");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("It is a script of bash.");
        }
        else
        {
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var start = new ProcessStartInfo("bash", [Path.Combine(ServiceProgram.Checkout, "run-demo.sh"), "--urls=http://localhost:8005"]);
        start.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";

        var lines = (await FinishedProgram.RunAsync(start)).Output.Split('\n');

        lines[0].ShouldStartWith("Building …");
        lines[1].ShouldContain("--project sandbox/GarminSync.Demo ");
        lines[1].ShouldEndWith("-- --urls=http://localhost:8005");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<FinishedProgram> RunAsync(params string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("demo-").FullName;
        var finished = await FinishedProgram.RunAsync(
            ServiceProgram.Demo,
            [$"--DataFolder={folder}", .. Own("urls", args), .. Own("CentralDb:Url", args), .. args]);
        Directory.Delete(folder, recursive: true);
        return finished;
    }

    private static IEnumerable<string> Own(string option, string[] args) =>
        args.Any(arg => arg.StartsWith($"--{option}=", StringComparison.Ordinal)) ? [] : [$"--{option}=http://127.0.0.1:{FreePort.Next()}"];
}
