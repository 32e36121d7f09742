namespace FitTrack.Databases.Backups;

/// <summary>One file in an archive.</summary>
/// <param name="Path">Its path in the archive.</param>
/// <param name="Size">In bytes, unpacked.</param>
/// <param name="Sha256">Of its content, in lower-case hexadecimal.</param>
internal sealed record BackupEntry(string Path, long Size, string Sha256);
