using System.Diagnostics;
using GarminSync.IntegrationTests.Snapshots;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Upgrades;

/// <summary>
/// The programs of version 1.0, built from the history of this checkout. That takes a minute or two the first time; they are kept under the tests' <c>bin</c>. A clone
/// without that history skips the tests that need them.
/// </summary>
public sealed class OlderVersion
{
    /// <summary>The commit that is version 1.0: the one that left <see cref="Remains"/>.</summary>
    private const string Commit = "624c0aa";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(9);
    private static readonly string Kept = Path.Combine(Snapshot.ProjectFolder(), "bin", "older", Commit);

    private Task? _built;

    internal static string CentralDb => Program("CentralDb");

    internal static string Consumers => Program("GarminSync.Consumers");

    internal static string Gateway => Program("GarminSync.Gateway");

    /// <summary>Builds them for the first test that asks. A fixture that begins by itself could not be skipped.</summary>
    public Task BuildAsync()
    {
        QuickRun.Excludes("the programs of an older version");
        return _built ??= BuildOnceAsync();
    }

    private static async Task BuildOnceAsync()
    {
        if (Directory.Exists(Kept))
        {
            return;
        }

        // Beside it, so that what is kept is whole: a rename.
        var folder = Directory.CreateDirectory($"{Kept}-{Guid.NewGuid():N}").FullName;
        try
        {
            var archive = Path.Combine(folder, "source.tar");
            var (code, _) = await RunAsync("git", "-C", ServiceProgram.Checkout, "archive", "--format=tar", "--output", archive, Commit);
            Assert.SkipWhen(code != 0, $"This checkout does not have the commit {Commit} (a shallow clone, or none of Git): the processes of that version cannot be built.");
            await System.Formats.Tar.TarFile.ExtractToDirectoryAsync(archive, folder, overwriteFiles: false);
            File.Delete(archive);

            // The standalone has all three in it, so that one build makes them. What the build of today checks about sources is no matter of theirs.
            var (built, output) = await RunAsync(
                "dotnet", "build", Path.Combine(folder, "src", "GarminSync.Standalone"), "-c", "Release", "-v", "q", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:NuGetAudit=false");
            built.ShouldBe(0, output);
            Directory.Move(folder, Kept);
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static string Program(string project) => Path.Combine(Kept, "src", project, "bin", "Release", "net10.0", $"{project}.dll");

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };

        // Those of a `dotnet test` around this process name its MSBuild, which need not be the one that the older sources ask for.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Longest);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(deadline.Token), process.StandardError.ReadToEndAsync(deadline.Token));
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, $"{await output}\n{await errors}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
