using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GarminConnect.Simulator;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_the_sample_runs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("garmin-sample-").FullName;

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
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));
        var code = Lines(File.ReadAllText(Path.Combine(root, "samples/GarminConnect.Client.Sample/Walkthrough.cs")));
        var readme = File.ReadAllText(Path.Combine(root, "src/GarminConnect.Client/README.md"));

        var shown = Regex.Matches(readme, "^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(block => Lines(block.Groups[1].Value)).ToList();

        shown.Count.ShouldBe(4);
        shown.ShouldAllBe(block => code.Contains(block, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> RunAsync(GarminSimulator garmin, string email, string password, string code)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "GarminConnect.Client.Sample.dll");
        var start = new ProcessStartInfo("dotnet", [program, email, _folder, "--simulator", garmin.BaseAddress.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GARMIN_PASSWORD"] = password;
        using var sample = Process.Start(start)!;
        try
        {
            await sample.StandardInput.WriteLineAsync(code);
            sample.StandardInput.Close();
            var output = sample.StandardOutput.ReadToEndAsync(Token);
            var errors = await sample.StandardError.ReadToEndAsync(Token);
            await sample.WaitForExitAsync(Token);
            sample.ExitCode.ShouldBe(0, errors);
            return await output;
        }
        finally
        {
            if (!sample.HasExited)
            {
                sample.Kill();
            }
        }
    }

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
