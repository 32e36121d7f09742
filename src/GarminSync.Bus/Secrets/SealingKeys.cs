namespace GarminSync.Bus.Secrets;

/// <summary>The sealing keys as this process knows them: read at start, and again when a value comes that was sealed with a key that is not among them.</summary>
public sealed class SealingKeys
{
    private readonly Lock _reading = new();
    private volatile Snapshot _known;

    private SealingKeys(string path)
    {
        Path = path;
        _known = Snapshot.Read(path);
    }

    /// <summary>The id of the key that seals.</summary>
    public string CurrentId => _known.Keys[0].Id;

    internal string Path { get; }

    internal (string Id, byte[] Key) Current => _known.Keys[0];

    /// <summary>Reads the key file; makes it with one new key, readable by its owner alone, when it does not exist.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be used; the message says why, and never holds a key.</exception>
    public static SealingKeys LoadOrCreate(string path)
    {
        KeyFile.CreateIfMissing(path);
        return new SealingKeys(path);
    }

    /// <summary>The key with this id, or null when the file has none.</summary>
    /// <exception cref="InvalidOperationException">The file has been changed and cannot be used.</exception>
    internal byte[]? Find(string id) => _known.Find(id) ?? Reread().Find(id);

    // A key that somebody added since. A file that is as it was is not read again, however often unknown keys are asked for.
    private Snapshot Reread()
    {
        lock (_reading)
        {
            if (File.Exists(Path) && Snapshot.StampOf(Path) != _known.Stamp)
            {
                _known = Snapshot.Read(Path);
            }

            return _known;
        }
    }

    private sealed record Snapshot(IReadOnlyList<(string Id, byte[] Key)> Keys, (DateTime Written, long Length) Stamp)
    {
        // The stamp first: a file that is replaced in between is then read once more.
        public static Snapshot Read(string path)
        {
            var stamp = StampOf(path);
            return new Snapshot(KeyFile.Read(path), stamp);
        }

        public static (DateTime Written, long Length) StampOf(string path)
        {
            var file = new FileInfo(path);
            return (file.LastWriteTimeUtc, file.Length);
        }

        public byte[]? Find(string id) => Keys.FirstOrDefault(key => key.Id == id).Key;
    }
}
