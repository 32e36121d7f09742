using System.Diagnostics;
using System.Net;
using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Activities;

/// <summary>Brings the files of one activity from Garmin to CentralDB, one by one by way of the disk, and finds out why one cannot be had.</summary>
internal sealed class ActivityFetch(
    GarminConnectClient garmin, ActivityRecords records, CentralDbClient centralDb, TroubleJudge judge, IOptions<SyncOptions> options, TimeProvider clock)
{
    // Such a download is repeated within a try, and the ledger asks again tomorrow.
    private const int TriesOfWhatGarminCannotGive = 2;

    /// <param name="session">Of the account.</param>
    /// <param name="order">Which formats.</param>
    /// <param name="activity">As it was listed.</param>
    /// <param name="stored">The ledger's row when CentralDB has this version; else null.</param>
    /// <param name="fetched">Is added to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why the original is not there, or has to be tried again, or what everything has to wait for; null when there is nothing to say.</returns>
    public async Task<Trouble?> RunAsync(
        GarminSession session, FetchActivity order, GarminActivity activity, SyncedActivity? stored, FetchedFiles fetched, CancellationToken cancellationToken)
    {
        Trouble? left = null;
        // The original first: while that is tried again, the others are not worth a request.
        foreach (var format in order.Order.Formats.Distinct().OrderByDescending(format => format == ActivityFileFormats.Original))
        {
            if (WasFetchedByAnEarlierTry(order, stored, format))
            {
                continue;
            }

            var before = stored?.FilesMissing().FirstOrDefault(file => file.Format == format);
            if (await FetchAsync(session, order.UserId, activity, format, before, fetched, cancellationToken) is not { } lack)
            {
                continue;
            }

            if (lack.Waits is { } waits)
            {
                return waits;
            }

            var missing = lack.File!;
            if (format == ActivityFileFormats.Original && order.Failures + 1 < lack.Tries)
            {
                return new Trouble(TroubleAction.TryAgain, missing.Explanation);
            }

            // What was not asked for again is no failure, and neither is a rendered format: the original has all that is in it.
            if (format == ActivityFileFormats.Original && missing.Reason != MissingFileReasons.NotThere && missing != before)
            {
                left = new Trouble(TroubleAction.GiveUp, missing.Explanation);
            }

            fetched.Missing.Add(missing.After(before, clock.GetUtcNow(), isFinal: missing.Reason == MissingFileReasons.NotThere && activity.EnteredByHand == true));
        }

        return left;
    }

    private static bool WasFetchedByAnEarlierTry(FetchActivity order, SyncedActivity? stored, string format) =>
        order.Attempt > 1 && stored?.SyncedAt >= order.Order.ListedAt && stored.Has(format);

    /// <summary>Null when the file is in CentralDB.</summary>
    private async Task<Lack?> FetchAsync(
        GarminSession session, string userId, GarminActivity activity, string format, MissingFile? before, FetchedFiles fetched, CancellationToken cancellationToken)
    {
        if (before is { SizeBytes: { } size } && await centralDb.GetMaxFileSizeAsync(cancellationToken) < size)
        {
            return new Lack(before);
        }

        var (file, lack) = await DownloadAsync(session, activity.ActivityId, format, cancellationToken);
        await using (file)
        {
            return file is null ? lack : await StoreAsync(userId, activity, format, file, fetched, cancellationToken) is { } refused ? new Lack(refused) : null;
        }
    }

    /// <exception cref="GarminException">Something that does not concern this file alone.</exception>
    private async Task<(ActivityFile? File, Lack? Lack)> DownloadAsync(GarminSession session, long activityId, string format, CancellationToken cancellationToken)
    {
        var began = clock.GetUtcNow();
        try
        {
            return await garmin.DownloadActivityAsync(session, activityId, SourceOf(format), cancellationToken) switch
            {
                ActivityDownload.Received { File: var file } => (file, null),
                ActivityDownload.Unavailable none => (null, LackOf(format, none)),
                _ => throw new UnreachableException(),
            };
        }
        catch (Exception exception) when (exception is GarminUnreachableException or GarminRejectedException)
        {
            if (await judge.JudgeAsync(exception, session, began, cancellationToken) is not { } trouble)
            {
                throw;
            }

            return (null, trouble.Waits ? new Lack(null, trouble) : LackOf(format, exception));
        }
    }

    // What arrives damaged, or whose connection broke, was often cut off on its way; so it has all tries of an item.
    private Lack LackOf(string format, ActivityDownload.Unavailable none) => new(new MissingFile(format, ReasonOf(none.Problem), none.Reason))
    {
        Tries = none.Problem == ActivityFileProblem.Damaged ? options.Value.MaxAttempts : 1,
    };

    private Lack LackOf(string format, Exception exception) => exception is GarminUnreachableException { BrokeOff: var brokeOff }
        ? new(new MissingFile(format, MissingFileReasons.Unavailable, exception.Message))
        {
            Tries = brokeOff ? options.Value.MaxAttempts : Math.Min(TriesOfWhatGarminCannotGive, options.Value.MaxAttempts),
        }
        : new(new MissingFile(format, MissingFileReasons.Refused, exception.Message));

    private async Task<MissingFile?> StoreAsync(
        string userId, GarminActivity activity, string format, ActivityFile file, FetchedFiles fetched, CancellationToken cancellationToken)
    {
        var stored = new List<SyncedActivityFile>();
        var revision = fetched.RevisionWith(format);
        try
        {
            // The first one last: a CentralDB that knows no parts keeps what comes last.
            foreach (var (part, index) in file.Further.Prepend(file).Select((part, index) => (part, index)).Reverse())
            {
                (var id, revision) = await records.StoreAsync(userId, activity, part, index + 1, revision, cancellationToken);
                stored.Insert(0, ToContract(part, id, file.Further.Count == 0 ? null : index + 1));
            }
        }
        catch (CentralDbRejectedException refused) when (refused.Status is HttpStatusCode.RequestEntityTooLarge)
        {
            fetched.Add(stored, revision);
            return new MissingFile(format, MissingFileReasons.TooLargeForCentralDb, await TooLargeAsync(file, cancellationToken)) { SizeBytes = LargestOf(file) };
        }
        catch (CentralDbRejectedException refused) when (refused.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity)
        {
            fetched.Add(stored, revision);
            return new MissingFile(format, MissingFileReasons.RefusedByCentralDb, refused.Message);
        }

        if (file.Further.Count > 0 && stored.DistinctBy(part => part.CentralDbActivityId).Count() < stored.Count)
        {
            fetched.NotKept.Add(new MissingFile(
                format, MissingFileReasons.OneFileOnly, $"CentralDB keeps one file of a format: {file.Further.Count} further files of this original are not in it"));
            stored = [stored[0]];
        }

        fetched.Add(stored, revision);
        fetched.Formats.Add(format);
        return null;
    }

    private async Task<string> TooLargeAsync(ActivityFile file, CancellationToken cancellationToken)
    {
        var limit = await centralDb.GetMaxFileSizeAsync(cancellationToken);
        return $"The file is too large for CentralDB: it has {LargestOf(file)} bytes{(limit is null ? "" : $", the limit is {limit}")}";
    }

    private static long LargestOf(ActivityFile file) => file.Further.Prepend(file).Max(part => part.Length);

    private static SyncedActivityFile ToContract(ActivityFile file, string id, int? part) => new()
    {
        CentralDbActivityId = id,
        Format = ActivityRecords.FormatOf(file),
        Part = part,
        Sha256 = file.Sha256,
        SizeBytes = file.Length,
    };

    private static string ReasonOf(ActivityFileProblem problem) => problem switch
    {
        ActivityFileProblem.NoFile => MissingFileReasons.NotThere,
        ActivityFileProblem.Damaged => MissingFileReasons.Damaged,
        ActivityFileProblem.NotAnActivity => MissingFileReasons.NotAnActivity,
        ActivityFileProblem.TooLarge => MissingFileReasons.TooLarge,
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, null),
    };

    private static ActivityFileSource SourceOf(string format) => format switch
    {
        ActivityFileFormats.Tcx => ActivityFileSource.Tcx,
        ActivityFileFormats.Gpx => ActivityFileSource.Gpx,
        _ => ActivityFileSource.Original,
    };

    /// <summary>A file that cannot be had now.</summary>
    /// <param name="File">What is noted of it; null when <paramref name="Waits"/> is set.</param>
    /// <param name="Waits">What has nothing to do with the file, and has to be waited for; null for nothing.</param>
    private sealed record Lack(MissingFile? File, Trouble? Waits = null)
    {
        /// <summary>How many tries of the item an original is worth before the activity is stored without it.</summary>
        public int Tries { get; init; } = 1;
    }
}
