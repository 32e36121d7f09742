using CentralDb.Client;
using FitTrack.Fit;
using GarminSync.Gateway.Errors;

namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>Reads the FIT file of an activity. As many at once as there are processors: each is in memory as a whole.</summary>
internal sealed class TrackReader(CentralDbClient centralDb) : IDisposable
{
    /// <summary>More than a week of records every second.</summary>
    public const long LargestFileBytes = 32 * 1024 * 1024;

    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);

    public static Refusal TooLarge(long bytes) => new(
        StatusCodes.Status422UnprocessableEntity,
        $"The file has {bytes} bytes, and tracks are drawn of files up to {LargestFileBytes}. GET …/file downloads it.");

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

            // HttpClient reads no more than that, whatever comes.
            var length = content.Length ?? LargestFileBytes + 1;
            if (length > LargestFileBytes)
            {
                throw new RefusedException(TooLarge(length));
            }

            using var bytes = new MemoryStream((int)length);
            await content.CopyToAsync(bytes, cancellationToken);
            return Track.Of(FitActivity.From(FitFile.Salvage(bytes.GetBuffer().AsMemory(0, (int)bytes.Length))), points);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
