using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GarminConnect.Client;

/// <summary>Removes, at start, the temporary files of processes that were killed.</summary>
internal sealed partial class LeftoverFiles(TimeProvider clock, ILogger<LeftoverFiles> logger) : IHostedService
{
    // No download takes that long, so nobody uses the file any more.
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Remove(Path.GetTempPath());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal void Remove(string folder)
    {
        var before = (clock.GetUtcNow() - Age).UtcDateTime;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles(TemporaryFile.Pattern).Where(file => file.LastWriteTimeUtc < before))
        {
            try
            {
                file.Delete();
                LogRemoved(file.Name);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Another user's; it takes room, and does no other harm.
                LogNotRemoved(file.Name, exception.Message);
            }
        }
    }

    [LoggerMessage(501, LogLevel.Information, "{File} was left behind by a process that was killed, and is removed")]
    private partial void LogRemoved(string file);

    [LoggerMessage(502, LogLevel.Information, "{File} was left behind by a process that was killed, and cannot be removed: {Reason}")]
    private partial void LogNotRemoved(string file, string reason);
}
