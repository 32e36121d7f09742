using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Activities.Files;

/// <summary>Removes from the bucket what killed processes have left there: at the start, and every quarter of an hour. Several processes may do so at once.</summary>
internal sealed partial class LooseFileRemover(IServiceScopeFactory scopes, ActivityFiles files, TimeProvider time, ILogger<LooseFileRemover> logger)
    : PeriodicWork(TimeSpan.FromMinutes(15), time)
{
    private const int AtOnce = 100;
    // Whoever has noted it is about to remove it himself.
    private static readonly TimeSpan LongestRemoval = TimeSpan.FromMinutes(1);

    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (files.Store.IsRemote && await RemoveSomeAsync(cancellationToken))
        {
            // There is more.
        }
    }

    protected override void OnFailed(Exception exception) => LogNotRemoved(exception.GetBaseException().Message);

    private async Task<bool> RemoveSomeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CentralDbContext>();
        var loose = scope.ServiceProvider.GetRequiredService<LooseFiles>();
        var now = Time.GetUtcNow();
        var (old, older) = (now - LongestRemoval, now - LooseFiles.LongestUpload);
        var some = await database.LooseFiles.AsNoTracking().Where(file => file.Since <= old && (!file.Held || file.Since <= older)).OrderBy(file => file.Since).ThenBy(file => file.Id).Take(AtOnce).ToListAsync(cancellationToken);
        var settled = 0;
        foreach (var file in some)
        {
            try
            {
                if (file.UploadId is { } uploadId)
                {
                    await files.Store.AbandonAsync(file.Path, uploadId, cancellationToken);
                }

                settled += await loose.RemoveUnusedAsync(file.Path, file.Id, but: null, cancellationToken) ? 1 : 0;
            }
            catch (FileStoreException exception)
            {
                LogNotRemoved(exception.Message); // and the others are looked at all the same
            }
        }

        return some.Count == AtOnce && settled > 0;
    }

    [LoggerMessage(4103, LogLevel.Warning, "What was left in the bucket of activity files could not be looked through; this is tried again: {Reason}")]
    private partial void LogNotRemoved(string reason);
}
