using System.Diagnostics;

namespace GarminSync.Testing.Processes;

/// <summary>A program that has ended by itself.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="Errors">What it wrote to its standard error.</param>
public sealed record FinishedProgram(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    /// <summary>Runs one of our programs to its end.</summary>
    /// <exception cref="OperationCanceledException">It had not ended after two minutes, and was killed.</exception>
    public static Task<FinishedProgram> RunAsync(string program, params string[] args) =>
        RunAsync(new ProcessStartInfo("dotnet", [program, .. args]) { WorkingDirectory = Path.GetTempPath() });

    /// <summary>Runs any program to its end.</summary>
    /// <param name="start">What to run.</param>
    /// <param name="input">What it reads from its standard input; null leaves that as it is.</param>
    /// <exception cref="OperationCanceledException">It had not ended after two minutes, and was killed.</exception>
    public static async Task<FinishedProgram> RunAsync(ProcessStartInfo start, string? input = null)
    {
        QuickRun.Excludes($"{Path.GetFileName(start.FileName)} as a process");
        (start.UseShellExecute, start.RedirectStandardOutput, start.RedirectStandardError) = (false, true, true);
        start.Environment["TERM"] = "dumb"; // No codes for colours in what it writes.
        start.RedirectStandardInput = input is not null;
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Longest);
        try
        {
            if (input is not null)
            {
                await process.StandardInput.WriteAsync(input.AsMemory(), deadline.Token);
                process.StandardInput.Close();
            }

            var (output, errors) = (process.StandardOutput.ReadToEndAsync(deadline.Token), process.StandardError.ReadToEndAsync(deadline.Token));
            await process.WaitForExitAsync(deadline.Token);
            return new FinishedProgram(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
