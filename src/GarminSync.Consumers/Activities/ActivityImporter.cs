using System.Text.Json;
using GarminConnect.Client;
using GarminSync.Consumers.State;
using GarminSync.Contracts;

namespace GarminSync.Consumers.Activities;

/// <summary>Brings one activity from Garmin to CentralDB, file by file by way of the disk, then notes it in the ledger.</summary>
internal sealed class ActivityImporter(GarminConnectClient garmin, ActivityRecords records, StateDb db, TimeProvider clock)
{
    public async Task<ActivityImport> ImportAsync(GarminSession session, FetchActivity order, CancellationToken cancellationToken)
    {
        using var row = JsonDocument.Parse(order.Order.Row);
        var activity = GarminActivity.FromRow(row.RootElement)
            ?? throw new InvalidOperationException($"Work item {order.ItemId} holds a list row without an activity id.");
        var ledger = await db.Set<SyncedActivity>().FindAsync([order.UserId, activity.ActivityId], cancellationToken);
        var isStored = ledger?.Is(activity.ContentHash) == true;
        if (!isStored && ledger?.ListedAt > order.Order.ListedAt)
        {
            // A later listing had a newer version, which is stored, or no longer had the activity.
            return new ActivityImport.NothingNew();
        }

        var fetched = new FetchedFiles(ledger is null ? 1 : isStored ? ledger.Revision : ledger.Revision + 1);
        if (await FetchAsync(session, order, activity, fetched, cancellationToken) is { } failure)
        {
            return failure;
        }

        if (fetched.Files.Count == 0 && !(isStored && ledger!.HasFiles))
        {
            // The metadata of the list is stored without a file.
            await StoreAsync(order.UserId, activity, file: null, fetched, cancellationToken);
        }

        ledger ??= db.Add(new SyncedActivity { UserId = order.UserId, GarminActivityId = activity.ActivityId }).Entity;
        ledger.Store(activity.ContentHash, fetched);
        ledger.StartTime = activity.StartTime;
        ledger.Day = activity.Day;
        ledger.ParentId = activity.ParentId;
        ledger.SyncedAt = clock.GetUtcNow();
        ledger.ListedAt = Later(ledger.ListedAt, order.Order.ListedAt);
        return fetched.Records.Count == 0 ? new ActivityImport.NothingNew() : new ActivityImport.Synced(ToEvent(order, activity, fetched));
    }

    private async Task<ActivityImport.NoFile?> FetchAsync(
        GarminSession session, FetchActivity order, GarminActivity activity, FetchedFiles fetched, CancellationToken cancellationToken)
    {
        // The original first: when that fails, the others are not worth a request.
        foreach (var format in order.Order.Formats.OrderByDescending(format => format == ActivityFileFormats.Original))
        {
            switch (await garmin.DownloadActivityAsync(session, activity.ActivityId, Source(format), cancellationToken))
            {
                case ActivityDownload.Received received:
                    await using (received.File)
                    {
                        await StoreAsync(order.UserId, activity, received.File, fetched, cancellationToken);
                    }

                    fetched.Formats.Add(format);
                    break;

                case ActivityDownload.Unavailable { Problem: ActivityFileProblem.NoFile } when format != ActivityFileFormats.Original || activity.EnteredByHand == true:
                    fetched.AbsentFormats.Add(format);
                    break;

                case ActivityDownload.Unavailable unavailable:
                    return new ActivityImport.NoFile(unavailable.Reason, Retry: unavailable.Problem == ActivityFileProblem.Damaged);
            }
        }

        return null;
    }

    private async Task StoreAsync(string userId, GarminActivity activity, ActivityFile? file, FetchedFiles fetched, CancellationToken cancellationToken)
    {
        (var id, fetched.Revision) = await records.StoreAsync(userId, activity, file, fetched.Revision, cancellationToken);
        fetched.Records.Add(id);
        if (file is not null)
        {
            fetched.Files.Add(new SyncedActivityFile { CentralDbActivityId = id, Format = ActivityRecords.FormatOf(file), Sha256 = file.Sha256, SizeBytes = file.Length });
        }
    }

    // Orders of older versions do not say when they were listed.
    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;

    private static ActivitySynced ToEvent(FetchActivity order, GarminActivity activity, FetchedFiles fetched) => new()
    {
        UserId = order.UserId,
        GarminActivityId = activity.ActivityId,
        Revision = fetched.Revision,
        Name = activity.Name,
        ActivityType = activity.TypeKey ?? "other",
        StartTime = activity.StartTime,
        StartTimeLocal = activity.LocalStartTime,
        UtcOffsetSeconds = (int?)activity.UtcOffset?.TotalSeconds,
        ParentGarminActivityId = activity.ParentId,
        DurationSeconds = activity.DurationSeconds,
        DistanceMeters = activity.DistanceMeters,
        AverageHeartRate = activity.AverageHeartRate,
        MaxHeartRate = activity.MaxHeartRate,
        Files = fetched.Files,
        JobId = order.JobId,
    };

    private static ActivityFileSource Source(string format) => format switch
    {
        ActivityFileFormats.Tcx => ActivityFileSource.Tcx,
        ActivityFileFormats.Gpx => ActivityFileSource.Gpx,
        _ => ActivityFileSource.Original,
    };
}
