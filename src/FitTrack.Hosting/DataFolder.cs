using Microsoft.Extensions.Configuration;

namespace FitTrack.Hosting;

/// <summary>The folder with everything that a process keeps on disk: SQLite files, the key file, the activity files of CentralDB.</summary>
public static class DataFolder
{
    /// <summary>The full path of the folder named by <c>DataFolder</c> (default <c>./data</c>); made, readable by its owner alone, when absent.</summary>
    /// <exception cref="StartRefusedException">It cannot be made.</exception>
    public static string Get(IConfiguration configuration)
    {
        var path = Path.GetFullPath(configuration["DataFolder"] ?? "data");
        if (Directory.Exists(path))
        {
            return path;
        }

        try
        {
            Make(path);
            return path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The data folder {path} cannot be made: {exception.Message} DataFolder names it.", exception);
        }
    }

    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
