using System.Diagnostics;

namespace GarminSync.ChaosTests;

/// <summary>A process that is killed and started again at once, on the same ports and data.</summary>
internal sealed class Victim(string name, Func<Task> kill, Func<Task> start)
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(3);

    private Task _starting = Task.CompletedTask;

    public string Name { get; } = name;

    public int Kills { get; private set; }

    /// <summary>Kills it, without waiting for its start. One that is still starting is let finish first.</summary>
    public async Task KillAsync()
    {
        await _starting;
        Kills++;
        await kill();
        _starting = StartAsync();
    }

    public Task IsUpAsync() => _starting;

    // What it needs may be dead too. It ends then, with a reason, and whoever supervises it starts it once more.
    private async Task StartAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await start();
                return;
            }
            catch (InvalidOperationException) when (Stopwatch.GetElapsedTime(started) < StartDeadline)
            {
                continue;
            }
        }
    }
}
