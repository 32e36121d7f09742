using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace GarminSync.Testing.Processes;

/// <summary>One of our programs as a process of its own.</summary>
public sealed class RunningService : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;

    private RunningService(Process process, Uri url)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
    }

    public HttpClient Http { get; }

    /// <summary>Everything that it has written so far.</summary>
    public string Output => string.Join('\n', _lines);

    public bool HasExited => _process.HasExited;

    /// <summary>Starts it and waits until it is alive.</summary>
    public static async Task<RunningService> StartAsync(string program, Uri url, IEnumerable<KeyValuePair<string, string?>> settings, params string[] args)
    {
        QuickRun.Excludes($"{Path.GetFileNameWithoutExtension(program)} as a process");
        var start = new ProcessStartInfo("dotnet", [program, .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["ASPNETCORE_URLS"] = url.ToString();
        start.Environment["Schedules__Default__Every"] = ""; // No sync that the test has not asked for.
        start.Environment["TERM"] = "dumb"; // No codes for colours in what it writes.

        // It lives too briefly for what a compiler learns from watching it.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var service = new RunningService(Process.Start(start)!, url);
        service._process.OutputDataReceived += (_, line) => service.Take(line.Data);
        service._process.ErrorDataReceived += (_, line) => service.Take(line.Data);
        service._process.BeginOutputReadLine();
        service._process.BeginErrorReadLine();
        try
        {
            await Eventually.Is(service.IsAliveAsync, TimeSpan.FromSeconds(120));
            return service;
        }
        catch (Exception exception)
        {
            var output = service.Output;
            await service.DisposeAsync();
            throw new InvalidOperationException($"{Path.GetFileName(program)} did not come up. It wrote:\n{output}", exception);
        }
    }

    /// <summary>Kills it as the kernel does when memory runs out: nothing is finished.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>It is there and does nothing any more, as if stuck.</summary>
    public Task HangAsync() => SignalAsync("STOP");

    /// <summary>Asks it to stop, as container engines do, and waits until it has.</summary>
    public async Task<StopResult> TerminateAsync()
    {
        var asked = Stopwatch.GetTimestamp();
        await SignalAsync("TERM");
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(deadline.Token);
        return new StopResult(_process.ExitCode, Stopwatch.GetElapsedTime(asked));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(CancellationToken.None);
    }

    private async Task<bool> IsAliveAsync()
    {
        if (_process.HasExited)
        {
            throw new OperationCanceledException("The process has ended.");
        }

        using var answer = await Http.GetAsync(new Uri("health/live", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    private void Take(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }
}
