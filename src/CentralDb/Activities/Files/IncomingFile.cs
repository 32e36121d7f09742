namespace FitTrack.CentralDb.Activities.Files;

/// <summary>A file that has arrived whole and is not in its place yet. Gone with this object unless it was moved away.</summary>
/// <param name="path">Where it lies meanwhile.</param>
/// <param name="held">The file, open for as long as it is ours: other processes see that somebody is at it.</param>
/// <param name="size">Bytes.</param>
/// <param name="sha256">Of what arrived, in lower-case hexadecimal digits.</param>
internal sealed class IncomingFile(string path, FileStream held, long size, string sha256) : IDisposable
{
    public string Path { get; } = path;

    public long Size { get; } = size;

    public string Sha256 { get; } = sha256;

    /// <summary>Moves it to its place, over what may be there.</summary>
    public void MoveTo(string place)
    {
        File.Move(Path, place, overwrite: true);
        held.Dispose();
    }

    // No error when it was moved away.
    public void Dispose()
    {
        held.Dispose();
        Forget(Path);
    }

    /// <summary>Removes what has arrived, if that can be done: where the folder is gone, what went wrong first has to be told. What stays goes at the next start.</summary>
    public static void Forget(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // See above.
        }
    }
}
