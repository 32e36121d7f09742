using Microsoft.Extensions.Configuration;

namespace FitTrack.Hosting;

/// <summary>The folder with everything that a process keeps on disk: SQLite files, the key file, the activity files of CentralDB.</summary>
public static class DataFolder
{
    /// <summary>The full path of the folder named by <c>DataFolder</c> (default <c>./data</c>); made, readable by its owner alone, when absent.</summary>
    public static string Get(IConfiguration configuration)
    {
        var path = Path.GetFullPath(configuration["DataFolder"] ?? "data");
        if (Directory.Exists(path))
        {
            return path;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
