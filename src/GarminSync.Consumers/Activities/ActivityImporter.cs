using System.Text.Json;
using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Activities;

/// <summary>
/// Brings one activity from Garmin to CentralDB, then notes it in the ledger. What the list says is stored whatever becomes of the files.
/// </summary>
internal sealed class ActivityImporter(ActivityFetch fetch, ActivityRecords records, CentralDbClient centralDb, TroubleJudge judge, StateDb db, TimeProvider clock, IOptions<SyncOptions> sync)
{
    public async Task<ActivityImport> ImportAsync(GarminSession session, FetchActivity order, CancellationToken cancellationToken)
    {
        using var row = JsonDocument.Parse(order.Order.Row);
        var activity = GarminActivity.FromRow(row.RootElement)
            ?? throw new InvalidOperationException($"Work item {order.ItemId} holds a list row without an activity id.");
        var ledger = await db.Set<SyncedActivity>().FindAsync([order.UserId, activity.ActivityId], cancellationToken);
        var isStored = ledger?.Is(activity) == true;
        if (!isStored && ledger?.ListedAt > order.Order.ListedAt)
        {
            // A later listing had a newer version, which is stored, or no longer had the activity.
            return new ActivityImport.NothingNew();
        }

        var fetched = new FetchedFiles(ledger, isStored);
        var left = await FetchAsync(session, order, activity, isStored ? ledger : null, fetched, cancellationToken);
        if (left is not null && left.Action != TroubleAction.GiveUp && fetched.Files.Count == 0)
        {
            return new ActivityImport.NothingNew(left);
        }

        if (fetched.Files.Count == 0 && !(isStored && ledger!.HasFiles))
        {
            (var id, fetched.Revision) = await records.StoreAsync(order.UserId, activity, file: null, part: 1, fetched.Revision, cancellationToken);
            fetched.Records.Add(id);
            fetched.RecordWithoutFile = id;
        }

        var superfluous = fetched.Files.Count > 0 ? ledger?.SuperfluousRecord() : null;
        ledger ??= db.Add(new SyncedActivity { UserId = order.UserId, GarminActivityId = activity.ActivityId }).Entity;
        ledger.Store(activity, fetched, sync.Value);
        ledger.StartTime = activity.StartTime;
        ledger.Day = activity.Day;
        ledger.ParentId = activity.ParentId;
        if (order.Order.LegIds is { } legIds)
        {
            ledger.KeepLegs(legIds);
        }

        ledger.SyncedAt = clock.GetUtcNow();
        ledger.ListedAt = Later(ledger.ListedAt, order.Order.ListedAt);
        await RemoveAsync(superfluous, order.UserId, ledger, fetched, cancellationToken);
        return fetched.Records.Count == 0 ? new ActivityImport.NothingNew(left) : new ActivityImport.Synced(ToEvent(order, activity, fetched), left);
    }

    /// <summary>Fetches the files. What was stored before trouble came stays; the trouble is returned.</summary>
    private async Task<Trouble?> FetchAsync(
        GarminSession session, FetchActivity order, GarminActivity activity, SyncedActivity? stored, FetchedFiles fetched, CancellationToken cancellationToken)
    {
        var began = clock.GetUtcNow();
        try
        {
            return await fetch.RunAsync(session, order, activity, stored, fetched, cancellationToken);
        }
        catch (Exception exception) when (fetched.Files.Count > 0 && !cancellationToken.IsCancellationRequested)
        {
            if (await judge.JudgeAsync(exception, session, began, cancellationToken) is { } met)
            {
                return met;
            }

            throw;
        }
    }

    private async Task RemoveAsync(string? record, string userId, SyncedActivity ledger, FetchedFiles fetched, CancellationToken cancellationToken)
    {
        // A CentralDB that keeps one record of an activity has put the file into it.
        if (record is not null && !fetched.Records.Contains(record))
        {
            await centralDb.DeleteActivityAsync(userId, record, cancellationToken);
            ledger.ForgetRecord(record);
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
        MissingFiles = [.. fetched.Missing.Concat(fetched.NotKept).Select(file => file.ToContract())],
        JobId = order.JobId,
    };
}
