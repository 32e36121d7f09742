using System.Diagnostics;
using Xunit;

namespace GarminSync.IntegrationTests.Drill;

/// <summary>A disk without room, mounted over a folder: whatever is written there finds it full. Gone when disposed.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _folder;
    private bool _mounted = true;

    private SmallDisk(string folder) => _folder = folder;

    /// <summary>Mounts it, with the folders that the folder has. A test that may not is skipped, as in most containers.</summary>
    public static async Task<SmallDisk> MountAsync(string folder)
    {
        List<string> folders = [.. Directory.EnumerateDirectories(folder)];
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", folder) == 0, "Needs the right to mount a disk.");
        folders.ForEach(within => Directory.CreateDirectory(within));
        await File.WriteAllBytesAsync(Path.Combine(folder, "full"), new byte[Environment.SystemPageSize]);
        return new SmallDisk(folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (_mounted)
        {
            // Also when a file in it is open.
            await RunAsync("umount", "--lazy", _folder);
            _mounted = false;
        }
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
