using System.Diagnostics;
using System.Text.RegularExpressions;
using GarminConnect.Simulator;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_the_sample_runs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("garmin-sample-").FullName;

    // …/tests/{project}/bin/{configuration}/net10.0
    private static DirectoryInfo Output { get; } = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    private static string Root { get; } = Output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_comes_from_a_password_and_a_code_to_a_FIT_file_and_then_needs_neither()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 10 }, Token);

        var first = await RunAsync(garmin, "mfa@example.com", SimulatedGarmin.Password, SimulatedGarmin.Code);
        var file = Directory.GetFiles(_folder, "*.fit").ShouldHaveSingleItem(first);
        File.Delete(file);
        var second = await RunAsync(garmin, "mfa@example.com", "", "");

        first.ShouldContain("code sent by email");
        first.ShouldContain(": Fit, ");
        first.ShouldContain("steps ");
        second.ShouldNotContain("code sent by email");
        Directory.GetFiles(_folder, "*.fit").ShouldBe([file]);
    }

    [Fact]
    public void The_readme_shows_its_code()
    {
        var code = Lines(File.ReadAllText(Path.Combine(Root, "samples/GarminConnect.Client.Sample/Walkthrough.cs")));
        var readme = File.ReadAllText(Path.Combine(Root, "src/GarminConnect.Client/README.md"));

        var shown = Regex.Matches(readme, "^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(block => Lines(block.Groups[1].Value)).ToList();

        shown.Count.ShouldBe(4);
        shown.ShouldAllBe(block => code.Contains(block, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> RunAsync(GarminSimulator garmin, string email, string password, string code)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), email, _folder, "--simulator", garmin.BaseAddress.ToString()]);
        start.Environment["GARMIN_PASSWORD"] = password;

        var sample = await FinishedProgram.RunAsync(start, code + Environment.NewLine);

        sample.ExitCode.ShouldBe(0, sample.Errors);
        return sample.Output;
    }

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    // Its own output, because it runs without the shared framework of these tests.
    private static string Program() =>
        Path.Combine(Root, "samples/GarminConnect.Client.Sample/bin", Output.Parent!.Name, Output.Name, "GarminConnect.Client.Sample.dll");
}
