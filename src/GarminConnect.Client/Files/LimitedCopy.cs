using System.Buffers;
using System.Security.Cryptography;

namespace GarminConnect.Client;

/// <summary>Copies a stream of unknown length, up to a limit, and says the checksums of what went through.</summary>
internal static class LimitedCopy
{
    private const int BufferSize = 80 * 1024;

    /// <exception cref="ActivityFileUnusableException">There is more than the limit.</exception>
    public static async Task<Checksums> RunAsync(Stream source, Stream target, long limit, string what, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var crc = new Crc32();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var total = 0L;
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
            {
                total += read;
                if (total > limit)
                {
                    throw new ActivityFileUnusableException(ActivityFileProblem.TooLarge, $"{what} is larger than the limit of {limit} bytes");
                }

                hash.AppendData(buffer, 0, read);
                crc.Append(buffer.AsSpan(0, read));
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            await target.FlushAsync(cancellationToken);
            return new Checksums(Convert.ToHexStringLower(hash.GetHashAndReset()), crc.Value);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
