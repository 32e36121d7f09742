using System.Diagnostics;

namespace GarminSync.Testing;

/// <summary>
/// A server program that lives no longer than the test process, even when that is killed: a watching shell holds a pipe to the test process, and
/// when the pipe ends it kills the server's whole process group and cleans up.
/// </summary>
internal sealed class ServerProcess(string name, string folder, string cleanUp, string stopSignal = "TERM") : ITestServer
{
    // Ctrl-C and the like reach the watcher too, which must outlive them. A line on standard input is a signal to stop with, keeping the data;
    // the end of the input means: kill, and clean up.
    private const string Watch = """
        set -m
        trap '' TERM INT HUP
        clean_up=$1 log=$2; shift 2
        ( trap : TERM INT HUP; "$@"; echo "exited with $?"; touch "$log.ended" ) </dev/null >>"$log" 2>&1 &
        server=$!
        if read -r signal; then
          kill -s "$signal" -- "-$server"
          ( sleep 15; kill -s KILL -- "-$server" ) & limit=$!
          wait "$server"
          kill -s KILL -- "-$limit" "-$server"
        else
          kill -s KILL -- "-$server"
          wait "$server"
          eval "$clean_up" || { sleep 1; eval "$clean_up"; } # a killed process may still be writing
        fi
        """;

    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(90);
    private Process? _watcher;

    /// <summary>The file of what the server writes.</summary>
    public string Log => Path.Combine(folder, "server.log");

    public async Task StartAsync(IReadOnlyDictionary<string, string> environment, IEnumerable<string> command, Func<Task<bool>> isReady, CancellationToken cancellationToken)
    {
        QuickRun.Excludes(name);
        File.Delete(Log + ".ended");
        var start = new ProcessStartInfo("bash", ["-c", Watch, "watch", cleanUp, Log, .. command])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        _watcher = Process.Start(start) ?? throw new InvalidOperationException($"{name}: bash could not be started.");
        _watcher.ErrorDataReceived += (_, _) => { };
        _watcher.BeginErrorReadLine();
        await WaitUntilReadyAsync(isReady, cancellationToken);
    }

    /// <summary>Stops the server in good order and keeps its data.</summary>
    public Task StopAsync() => EndAsync(stopSignal);

    /// <summary>Kills the server, and keeps its data.</summary>
    public Task KillAsync() => EndAsync("KILL");

    public async ValueTask DisposeAsync()
    {
        if (_watcher is not null)
        {
            await EndAsync(signal: null);
            return;
        }

        using var cleaning = Process.Start("bash", ["-c", cleanUp]);
        await cleaning.WaitForExitAsync(CancellationToken.None);
    }

    private async Task EndAsync(string? signal)
    {
        if (_watcher is not { } watcher)
        {
            return;
        }

        _watcher = null;
        if (signal is not null)
        {
            await watcher.StandardInput.WriteLineAsync(signal.AsMemory(), CancellationToken.None);
        }

        watcher.StandardInput.Close();
        await watcher.WaitForExitAsync(CancellationToken.None);
        watcher.Dispose();
    }

    private async Task WaitUntilReadyAsync(Func<Task<bool>> isReady, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isReady())
        {
            if (File.Exists(Log + ".ended") || Stopwatch.GetElapsedTime(started) > StartDeadline)
            {
                throw new InvalidOperationException($"{name} did not start. The end of its log:{Environment.NewLine}{TailOfLog()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }

    private string TailOfLog() => File.Exists(Log) ? string.Join(Environment.NewLine, File.ReadLines(Log).TakeLast(40)) : "(no log)";
}
