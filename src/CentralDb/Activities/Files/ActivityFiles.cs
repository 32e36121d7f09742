namespace FitTrack.CentralDb.Activities.Files;

/// <summary>The activity files, wherever they lie, and the locks of this process.</summary>
internal sealed class ActivityFiles(IFileStore store) : IDisposable
{
    private const int Stripes = 64;

    private readonly SemaphoreSlim[] _locks = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Where they lie.</summary>
    public IFileStore Store => store;

    public static string PathOf(string sha256, string format) => $"{sha256[..2]}/{sha256}.{format}";

    /// <summary>
    /// Held while a file and the records that point at it are changed together, so that one request does not remove what another has just found there. Of this process
    /// alone: <see cref="FileLocks"/> has the one between processes.
    /// </summary>
    public async Task<IDisposable> LockAsync(string path, CancellationToken cancellationToken)
    {
        var stripe = _locks[(uint)string.GetHashCode(path, StringComparison.Ordinal) % Stripes];
        await stripe.WaitAsync(cancellationToken);
        return new Release(stripe);
    }

    public void Dispose() => Array.ForEach(_locks, stripe => stripe.Dispose());

    private sealed class Release(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
