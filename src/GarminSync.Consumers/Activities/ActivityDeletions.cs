using GarminSync.Consumers.CentralDb;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Activities;

/// <summary>
/// Notices activities that are gone at Garmin: missing from two listings of their days, one after the other, both read to the end. Once is not enough,
/// because an activity that is recorded or removed while pages are read shifts the others.
/// </summary>
internal sealed class ActivityDeletions(StateDb db, CentralDbClient centralDb, IOptions<ActivityOptions> options)
{
    /// <summary>Compares a whole listing with the ledger. To be called when the listing has come to its end, and not otherwise.</summary>
    /// <param name="ledger">The user's ledger.</param>
    /// <param name="listed">Every id of the listing.</param>
    /// <param name="isCovered">Whether the listing should have had an activity that started then.</param>
    /// <param name="cancellationToken">Gives up; nothing is marked.</param>
    /// <returns>What is gone.</returns>
    public async Task<IReadOnlyList<ActivityDeleted>> FindAsync(
        IReadOnlyCollection<SyncedActivity> ledger, IReadOnlySet<long> listed, Func<DateTimeOffset, bool> isCovered, CancellationToken cancellationToken)
    {
        // A listing of nothing, of an account that had something, is an answer to mistrust.
        if (listed.Count == 0)
        {
            return [];
        }

        var missing = ledger.Where(activity => !listed.Contains(activity.GarminActivityId) && activity.StartTime is { } start && isCovered(start)).ToList();
        var gone = missing.Where(activity => activity.Missing).ToList();
        Mark(missing.Except(gone), missing: true);
        Mark(ledger.Where(activity => activity.Missing && listed.Contains(activity.GarminActivityId)), missing: false);

        foreach (var activity in gone)
        {
            await ForgetAsync(activity, cancellationToken);
        }

        return [.. gone.Select(activity => new ActivityDeleted { UserId = activity.UserId, GarminActivityId = activity.GarminActivityId })];
    }

    private void Mark(IEnumerable<SyncedActivity> activities, bool missing)
    {
        foreach (var activity in activities)
        {
            db.Attach(activity);
            activity.Missing = missing;
        }
    }

    private async Task ForgetAsync(SyncedActivity activity, CancellationToken cancellationToken)
    {
        if (options.Value.DeleteFromCentralDb)
        {
            foreach (var id in activity.CentralDbIds.Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                await centralDb.DeleteActivityAsync(activity.UserId, id, cancellationToken);
            }
        }

        db.Remove(activity);
    }
}
