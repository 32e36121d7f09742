using System.Security.Cryptography;
using FitTrack.Hosting;

namespace GarminSync.Bus.Secrets;

/// <summary>The file with the sealing keys: one <c>id:base64</c> a line, 32 bytes each, <c>#</c> before a remark. The first key seals; every key opens what it sealed.</summary>
public static class KeyFile
{
    private const int KeyBytes = 32;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>If there is no file, makes one with a new key that only its owner can read.</summary>
    internal static void CreateIfMissing(string path) => PrivateFile.CreateIfMissing(path, NewKey().Line);

    /// <summary>Puts a new key on the first line. Who reads the file meanwhile finds either the old or the new one, never half of it.</summary>
    /// <returns>The id of the new key.</returns>
    /// <exception cref="IOException">Another process is adding one, or the file cannot be written.</exception>
    public static string Add(string path)
    {
        CreateIfMissing(path);

        // Of two processes that add a key at once, the second must see the key of the first.
        using var turn = new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var (id, line) = NewKey();
        var mode = OperatingSystem.IsWindows() ? PrivateFile.OwnerOnly : File.GetUnixFileMode(path);
        PrivateFile.Replace(path, line + File.ReadAllText(path), mode);
        return id;
    }

    /// <summary>The keys in their order.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be used; the message says why, and never holds a key.</exception>
    internal static IReadOnlyList<(string Id, byte[] Key)> Read(string path)
    {
        var keys = new List<(string Id, byte[] Key)>();
        foreach (var line in File.ReadAllLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#')))
        {
            var parts = line.Split(':', 2);
            var key = new byte[KeyBytes];
            if (parts.Length != 2 || parts[0].Length == 0 || !Convert.TryFromBase64String(parts[1], key, out var length) || length != KeyBytes)
            {
                throw new InvalidOperationException($"The key file {path} has a line that is not 'id:base64 of 32 bytes'. Restore the file from a backup, or mend the line.");
            }

            if (keys.Exists(known => known.Id == parts[0]))
            {
                throw new InvalidOperationException($"The key file {path} has two keys with the id '{parts[0]}'. Restore the file from a backup, or give one of them the id that it had.");
            }

            keys.Add((parts[0], key));
        }

        return keys.Count > 0
            ? keys
            : throw new InvalidOperationException($"The key file {path} holds no key. Restore it from a backup; without it stored passwords and tokens cannot be opened.");
    }

    /// <summary>Whether users other than its owner may read or write it.</summary>
    internal static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None;

    private static (string Id, string Line) NewKey()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        return (id, $"{id}:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))}\n");
    }
}
