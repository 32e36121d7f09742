namespace FitTrack.CentralDb.Activities;

/// <summary>A file that has arrived whole and is not in its place yet. Gone with this object unless it was placed.</summary>
/// <param name="Path">Where it lies meanwhile.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of what arrived, in lower-case hexadecimal digits.</param>
internal sealed record IncomingFile(string Path, long Size, string Sha256) : IDisposable
{
    // No error when it was moved away.
    public void Dispose() => File.Delete(Path);
}
