using System.Text.Json;
using GarminSync.Consumers.CentralDb;
using GarminSync.Consumers.GarminConnect;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Activities;

/// <summary>Brings one activity from Garmin to CentralDB: each file streamed from the one to the other by way of the disk, then the ledger.</summary>
internal sealed class ActivityImporter(GarminConnectClient garmin, CentralDbClient centralDb, StateDb db, TimeProvider clock)
{
    public async Task<ActivityImport> ImportAsync(GarminSession session, FetchActivity order, CancellationToken cancellationToken)
    {
        using var row = JsonDocument.Parse(order.Order.Row);
        var activity = GarminActivityRow.Read(row.RootElement)
            ?? throw new InvalidOperationException($"Work item {order.ItemId} holds a list row without an activity id.");
        var ledger = await db.Set<SyncedActivity>().FindAsync([order.UserId, activity.ActivityId], cancellationToken);
        var revision = ledger is null ? 1 : ledger.ContentHash == activity.ContentHash ? ledger.Revision : ledger.Revision + 1;

        var files = new List<SyncedActivityFile>();
        var records = new List<string>();
        foreach (var format in order.Order.Formats)
        {
            switch (await garmin.DownloadActivityAsync(session, activity.ActivityId, Source(format), cancellationToken))
            {
                case ActivityDownload.Received received:
                    await using (received.File)
                    {
                        files.Add(await UploadAsync(order.UserId, activity, received.File, revision, cancellationToken));
                    }

                    break;

                case ActivityDownload.Unavailable { Problem: ActivityFileProblem.NoFile } when activity.EnteredByHand == true:
                    var typed = await centralDb.UploadActivityAsync(order.UserId, Describe(activity, revision, ActivityUpload.WithoutFile), cancellationToken);
                    records.Add(typed.Id);
                    break;

                case ActivityDownload.Unavailable unavailable:
                    return new ActivityImport.NoFile(unavailable.Reason, Retry: unavailable.Problem == ActivityFileProblem.Damaged);
            }
        }

        Remember(order, activity, ledger, revision, records.Concat(files.Select(file => file.CentralDbActivityId!)));
        return new ActivityImport.Synced(ToEvent(order, activity, revision, files));
    }

    private async Task<SyncedActivityFile> UploadAsync(string userId, GarminActivity activity, ActivityFile file, int revision, CancellationToken cancellationToken)
    {
        var format = file.Format.ToString().ToLowerInvariant();
        var stored = await centralDb.UploadActivityAsync(
            userId,
            Describe(activity, revision, format) with { Sha256 = file.Sha256, FileLength = file.Length, OpenFile = file.OpenRead },
            cancellationToken);
        return new SyncedActivityFile { CentralDbActivityId = stored.Id, Format = format, Sha256 = file.Sha256, SizeBytes = file.Length };
    }

    private static ActivityUpload Describe(GarminActivity activity, int revision, string format) => new()
    {
        GarminActivityId = activity.ActivityId,
        Name = activity.Name,
        ActivityType = activity.TypeKey,
        StartTime = activity.StartTime,
        DurationSeconds = activity.DurationSeconds,
        DistanceMeters = activity.DistanceMeters,
        ElevationGainMeters = activity.ElevationGainMeters,
        Calories = activity.Calories,
        AverageHeartRate = activity.AverageHeartRate,
        MaxHeartRate = activity.MaxHeartRate,
        FileFormat = format,
        Revision = revision,
        RawSummary = activity.RawSummary,
    };

    private void Remember(FetchActivity order, GarminActivity activity, SyncedActivity? ledger, int revision, IEnumerable<string> records)
    {
        if (ledger is null)
        {
            ledger = new SyncedActivity { UserId = order.UserId, GarminActivityId = activity.ActivityId };
            db.Add(ledger);
        }

        var before = ledger.ContentHash == activity.ContentHash ? ledger.Formats.Split(',', StringSplitOptions.RemoveEmptyEntries) : [];
        ledger.ContentHash = activity.ContentHash;
        ledger.Formats = string.Join(',', before.Union(order.Order.Formats));
        ledger.Revision = revision;
        ledger.StartTime = activity.StartTime;
        ledger.CentralDbIds = string.Join(',', ledger.CentralDbIds.Split(',', StringSplitOptions.RemoveEmptyEntries).Union(records));
        ledger.Missing = false;
        ledger.SyncedAt = clock.GetUtcNow();
    }

    private static ActivitySynced ToEvent(FetchActivity order, GarminActivity activity, int revision, IReadOnlyList<SyncedActivityFile> files) => new()
    {
        UserId = order.UserId,
        GarminActivityId = activity.ActivityId,
        Revision = revision,
        Name = activity.Name,
        ActivityType = activity.TypeKey ?? "other",
        StartTime = activity.StartTime,
        DurationSeconds = activity.DurationSeconds,
        DistanceMeters = activity.DistanceMeters,
        AverageHeartRate = activity.AverageHeartRate,
        MaxHeartRate = activity.MaxHeartRate,
        Files = files,
        JobId = order.JobId,
    };

    private static ActivityFileSource Source(string format) => format switch
    {
        ActivityFileFormats.Tcx => ActivityFileSource.Tcx,
        ActivityFileFormats.Gpx => ActivityFileSource.Gpx,
        _ => ActivityFileSource.Original,
    };
}
