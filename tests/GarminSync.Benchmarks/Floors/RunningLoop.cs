using System.Diagnostics;
using System.Text.Json;

namespace GarminSync.Benchmarks.Floors;

/// <summary>The bare loop in its process, warm.</summary>
internal sealed class RunningLoop : IAsyncDisposable
{
    private readonly Process _process;

    private RunningLoop(Process process) => _process = process;

    public static async Task<RunningLoop> StartAsync(BareLoopOrder order)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RunningLoop).Assembly.Location, BareLoop.Argument])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var loop = new RunningLoop(Process.Start(start)!);
        try
        {
            await loop.TellAsync(JsonSerializer.Serialize(order));
            return loop;
        }
        catch
        {
            await loop.DisposeAsync();
            throw;
        }
    }

    /// <summary>Has it do its work, and waits for the end. The process lives on, so that its processor time can be read.</summary>
    public Task RunAsync() => TellAsync("go");

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task TellAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
        if (await _process.StandardOutput.ReadLineAsync() != BareLoop.Ready)
        {
            throw new InvalidOperationException("The bare loop has failed; what it wrote is above.");
        }
    }
}
