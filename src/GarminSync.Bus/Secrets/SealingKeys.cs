using System.Security.Cryptography;

namespace GarminSync.Bus.Secrets;

/// <summary>The keys of a key file: one <c>id:base64</c> a line, 32 bytes each. The first line seals; all of them open.</summary>
public sealed class SealingKeys
{
    private const int KeyBytes = 32;
    private readonly Dictionary<string, byte[]> _byId;

    private SealingKeys(string currentId, Dictionary<string, byte[]> byId) => (CurrentId, _byId) = (currentId, byId);

    /// <summary>The id of the key that seals.</summary>
    public string CurrentId { get; }

    /// <summary>The key with this id, or null when the file has none.</summary>
    public byte[]? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Reads the file; makes it with one new key, readable by its owner alone, when it does not exist.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be used; the message says why, and never holds a key.</exception>
    public static SealingKeys LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        return Parse(path, File.ReadAllLines(path));
    }

    private static void Create(string path)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        var line = $"{id}:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))}\n";

        // Written whole under another name first: two processes that start together then agree on whichever came first.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(line);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first; its key is the one to use.
            File.Delete(draft);
        }
    }

    private static SealingKeys Parse(string path, string[] lines)
    {
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        string? current = null;
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#')))
        {
            var parts = line.Split(':', 2);
            var key = new byte[KeyBytes];
            if (parts.Length != 2 || parts[0].Length == 0 || !Convert.TryFromBase64String(parts[1], key, out var length) || length != KeyBytes)
            {
                throw new InvalidOperationException($"The key file {path} has a line that is not 'id:base64 of 32 bytes'. Restore the file from a backup, or mend the line.");
            }

            keys[parts[0]] = key;
            current ??= parts[0];
        }

        return current is null
            ? throw new InvalidOperationException($"The key file {path} holds no key. Restore it from a backup; without it stored passwords and tokens cannot be opened.")
            : new SealingKeys(current, keys);
    }
}
