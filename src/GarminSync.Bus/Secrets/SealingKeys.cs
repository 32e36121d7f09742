namespace GarminSync.Bus.Secrets;

/// <summary>The sealing keys as this process knows them: read at start, and again when a value was sealed with a key that is not among them.</summary>
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

    /// <summary>Reads the key file. If there is none, makes one with a new key that only its owner can read.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be used; the message says why, and never holds a key.</exception>
    public static SealingKeys LoadOrCreate(string path)
    {
        KeyFile.CreateIfMissing(path);
        return new SealingKeys(path);
    }

    /// <summary>The key with this id, or null when the file has none.</summary>
    /// <exception cref="InvalidOperationException">The file has been changed and cannot be used.</exception>
    internal byte[]? Find(string id) => _known.Find(id) ?? Reread().Find(id);

    // For a key that was added meanwhile. An unchanged file is not read again, however often an unknown key is asked for.
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
        // The stamp first: if the file is replaced in between, it is read once more later.
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
