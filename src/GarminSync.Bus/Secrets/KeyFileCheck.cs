using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GarminSync.Bus.Secrets;

/// <summary>
/// Has the key file read at start, so that a bad file stops the process then and not at somebody's login. Warns of a file that other users can read, but not of one
/// in <c>/run/secrets</c>: container engines make those readable by all, in a container that has no other users.
/// </summary>
internal sealed partial class KeyFileCheck(SealingKeys keys, ILogger<KeyFileCheck> logger) : IHostedService
{
    private const string MountedSecrets = "/run/secrets/";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(keys.Path);
        if (!path.StartsWith(MountedSecrets, StringComparison.Ordinal) && KeyFile.IsOpenToOthers(path))
        {
            LogOpen(path);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(101, LogLevel.Warning, "The key file {Path} can be read by other users of this machine, and with it every stored password. Run: chmod 600 {Path}")]
    private partial void LogOpen(string path);
}
