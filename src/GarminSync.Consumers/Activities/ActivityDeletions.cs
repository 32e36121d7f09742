using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Contracts;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Activities;

/// <summary>
/// Notices activities that are gone at Garmin: missing from a listing of their days, and in the next sync not listed again and not there when Garmin is asked for them.
/// One listing is not enough: an activity that is recorded or removed while pages are read shifts the others.
/// </summary>
internal sealed partial class ActivityDeletions(
    ActivityLedger ledger, ActivityAbsence absence, CentralDbClient centralDb, TimeProvider clock, IOptions<ActivityOptions> options, ILogger<ActivityDeletions> logger)
{
    /// <summary>Compares a listing with the ledger, and marks what is missing in the ledger.</summary>
    /// <param name="session">Of the account.</param>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="listing">One that was cut short proves what is there, but not what is missing.</param>
    /// <param name="coverage">Which activities the listing should have.</param>
    /// <param name="cancellationToken">Gives up; nothing is marked.</param>
    /// <returns>The activities that are gone.</returns>
    public async Task<IReadOnlyList<ActivityDeleted>> FindAsync(
        GarminSession session, string userId, ActivityListing listing, ListingCoverage coverage, CancellationToken cancellationToken)
    {
        var noted = await ledger.MissingAsync(userId, cancellationToken);
        foreach (var activity in noted.Where(activity => listing.Has(activity.GarminActivityId)))
        {
            activity.Missing = false;
        }

        if (listing.IsCutShort)
        {
            return [];
        }

        var expected = await ledger.ExpectedAsync(userId, coverage, cancellationToken);
        var missing = await ledger.TrackAsync(userId, expected.Where(id => !listing.Has(id)), cancellationToken);
        var missingTwice = missing.Where(activity => activity.Missing).Concat(Elsewhere(noted, coverage)).ToList();
        foreach (var activity in missing)
        {
            activity.Missing = true;
        }

        var gone = new List<SyncedActivity>();
        foreach (var activity in await absence.ConfirmAsync(session, missingTwice, coverage.IsEverything ? listing.Activities.Count : null, cancellationToken))
        {
            // Its legs go with it.
            gone.AddRange([activity, .. await ledger.LegsOfAsync(userId, activity.GarminActivityId, cancellationToken)]);
        }

        foreach (var activity in gone)
        {
            await ForgetAsync(activity, coverage.ListedAt, cancellationToken);
            LogGone(activity.UserId, activity.GarminActivityId);
        }

        return [.. gone.Select(activity => new ActivityDeleted { UserId = activity.UserId, GarminActivityId = activity.GarminActivityId, Revision = activity.Revision })];
    }

    // The whole list comes once a week only. Few that were missing from it are asked for without it; many wait for the next one, which tells of the rest by some of them.
    private static List<SyncedActivity> Elsewhere(IEnumerable<SyncedActivity> noted, ListingCoverage coverage)
    {
        var elsewhere = noted.Where(activity => activity.Missing && !coverage.Has(activity.StartTime)).ToList();
        return elsewhere.Count <= ActivityAbsence.MostAsked ? elsewhere : [];
    }

    private async Task ForgetAsync(SyncedActivity activity, DateTimeOffset listedAt, CancellationToken cancellationToken)
    {
        if (options.Value.DeleteFromCentralDb)
        {
            foreach (var id in activity.Records())
            {
                await centralDb.DeleteActivityAsync(activity.UserId, id, cancellationToken);
            }

            activity.CentralDbIds = "";
        }

        activity.Missing = false;
        activity.GoneAt = clock.GetUtcNow();
        activity.ListedAt = listedAt;
    }

    [LoggerMessage(3103, LogLevel.Information, "User {UserId}: activity {GarminActivityId} is gone at Garmin")]
    private partial void LogGone(string userId, long garminActivityId);
}
