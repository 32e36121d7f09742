using System.Buffers;
using System.Security.Cryptography;

namespace FitTrack.Databases.Backups;

/// <summary>Copies a stream and says what it was.</summary>
internal static class HashedCopy
{
    private const int BufferSize = 128 * 1024;

    /// <returns>How many bytes, and their SHA-256 in lower-case hexadecimal.</returns>
    public static async Task<(long Size, string Sha256)> RunAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var size = 0L;
            for (int read; (read = await from.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                size += read;
                hash.AppendData(buffer.AsSpan(0, read));
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
