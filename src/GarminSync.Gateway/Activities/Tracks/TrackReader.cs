using System.Globalization;
using CentralDb.Client;
using FitTrack.Fit;
using GarminSync.Gateway.Errors;

namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>Reads the FIT file of an activity. As many at once as there are processors: each is in memory as a whole.</summary>
internal sealed class TrackReader(CentralDbClient centralDb) : IDisposable
{
    /// <summary>More than a week of records every second.</summary>
    public const int LargestFileBytes = 32 * 1024 * 1024;

    // A message takes a hundred times the memory of its two bytes in a file that was made to.
    private const int MostMessages = 1_000_000;

    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);

    /// <param name="bytes">How many it has; null when that is not known.</param>
    public static Refusal TooLarge(long? bytes) => new(
        StatusCodes.Status422UnprocessableEntity,
        $"Tracks are drawn of files up to {LargestFileBytes} bytes, and this one has {bytes?.ToString(CultureInfo.InvariantCulture) ?? "more"}. GET …/file downloads it.");

    /// <summary>The track; null when the file is gone. Of a damaged file it is what stands before the damage.</summary>
    /// <exception cref="RefusedException">The file is too large.</exception>
    public async Task<Track?> ReadAsync(string userId, StoredActivityFile file, int points, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            using var content = await centralDb.DownloadActivityFileAsync(userId, file.Id, cancellationToken);
            if (content is null)
            {
                return null;
            }

            var bytes = await ReadAsync(content, cancellationToken);
            RefuseTooMany(bytes, cancellationToken);
            return Track.Of(FitActivity.From(FitFile.Salvage(bytes)), points);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(ActivityFileContent content, CancellationToken cancellationToken)
    {
        if (content.Length is { } length and > LargestFileBytes)
        {
            throw new RefusedException(TooLarge(length));
        }

        // It does not grow, so a file whose size nobody tells ends at the limit.
        var buffer = new byte[content.Length ?? LargestFileBytes];
        using var copy = new MemoryStream(buffer);
        try
        {
            await content.CopyToAsync(copy, cancellationToken);
        }
        catch (NotSupportedException)
        {
            throw new RefusedException(TooLarge(bytes: null));
        }

        return buffer.AsMemory(0, (int)copy.Position);
    }

    private static void RefuseTooMany(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var reader = new FitReader(bytes) { Tolerant = true };
        var count = 0;
        while (reader.NextFile() is not null)
        {
            while (reader.NextMessage() is not null)
            {
                if (++count > MostMessages)
                {
                    throw new RefusedException(new(
                        StatusCodes.Status422UnprocessableEntity, $"The file has more than {MostMessages} messages, which no device records. GET …/file downloads it."));
                }

                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
