using System.Runtime.InteropServices;

namespace FitTrack.Hosting;

/// <summary>Small files with a secret, which only their owner can read.</summary>
public static class PrivateFile
{
    /// <summary>Mode 0600.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// If there is no file, makes one. Of processes that do so at once, one wins, and its text is in the file. The folder must be there: a mistyped path is told, and no
    /// file is made where nobody looks for it.
    /// </summary>
    /// <exception cref="IOException">There is no such folder, or it cannot be written.</exception>
    public static void CreateIfMissing(string path, string text)
    {
        if (File.Exists(path))
        {
            return;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder {folder} for {Path.GetFileName(path)}: mend the path, or make the folder.");
        }

        var draft = Draft(path, text, OwnerOnly);
        try
        {
            // On Unix, File.Move looks first and renames then: of two processes that start at once, the second would replace what the first has read already.
            if (OperatingSystem.IsWindows() || (!TryLink(draft, path) && !File.Exists(path)))
            {
                File.Move(draft, path, overwrite: false); // also where the file system has no links
            }
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first; its text is the one to use.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static bool TryLink(string existing, string path)
    {
        try
        {
            return Link(existing, path) == 0;
        }
        catch (DllNotFoundException)
        {
            return false; // a C library of another name
        }
    }

    // link(2): fails when there is a file of the new name, in one step.
    [DllImport("libc", EntryPoint = "link", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string path);

    /// <summary>Replaces a file. Who reads it meanwhile finds either the old or the new text, never half of it.</summary>
    public static void Replace(string path, string text, UnixFileMode mode) => File.Move(Draft(path, text, mode), path, overwrite: true);

    // Written under another name first and then moved: nobody ever reads half a file, even if this process is killed.
    private static string Draft(string path, string text, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        var draft = $"{path}.{Guid.NewGuid():N}";
        using var writer = new StreamWriter(draft, options);
        writer.Write(text);
        writer.Flush();
        ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
        return draft;
    }
}
