using FitTrack.Hosting;

namespace FitTrack.Databases.Backups;

/// <summary>Files and folders with health data, for their owner alone.</summary>
internal static class PrivateStream
{
    /// <summary>Opens a file for writing, empty, with mode 0600. It is made or emptied; nobody else can open it meanwhile.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFile.OwnerOnly;
        }

        var stream = new FileStream(path, options);
        try
        {
            stream.SetLength(0);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(stream.SafeFileHandle, PrivateFile.OwnerOnly); // one that was left there may have another
            }

            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Makes a folder with mode 0700.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, PrivateFile.OwnerOnly | UnixFileMode.UserExecute);
        }
    }
}
