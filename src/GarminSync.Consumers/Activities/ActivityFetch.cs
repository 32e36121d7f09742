using System.Diagnostics;
using System.Net;
using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Activities;

/// <summary>Brings the files of one activity from Garmin to CentralDB, one by one by way of the disk, and finds out why one cannot be had.</summary>
internal sealed class ActivityFetch(GarminConnectClient garmin, ActivityRecords records, CentralDbClient centralDb, IOptions<SyncOptions> options, TimeProvider clock)
{
    // Such a download is repeated within a try, and the ledger asks again tomorrow.
    private const int TriesOfWhatGarminCannotGive = 2;

    /// <param name="session">Of the account.</param>
    /// <param name="order">Which formats.</param>
    /// <param name="activity">As it was listed.</param>
    /// <param name="stored">The ledger's row when CentralDB has this version; else null.</param>
    /// <param name="fetched">Is added to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why the original is not there, or has to be tried again; null when there is nothing to say.</returns>
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
            if (await FetchAsync(session, order.UserId, activity, format, before, fetched, cancellationToken) is not { } missing)
            {
                continue;
            }

            if (format == ActivityFileFormats.Original && order.Failures + 1 < TriesOf(missing))
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

    // What arrives damaged was often cut off on its way.
    private int TriesOf(MissingFile missing) => missing.Reason switch
    {
        MissingFileReasons.Damaged => options.Value.MaxAttempts,
        MissingFileReasons.Unavailable => Math.Min(TriesOfWhatGarminCannotGive, options.Value.MaxAttempts),
        _ => 1,
    };

    /// <summary>Null when the file is in CentralDB.</summary>
    private async Task<MissingFile?> FetchAsync(
        GarminSession session, string userId, GarminActivity activity, string format, MissingFile? before, FetchedFiles fetched, CancellationToken cancellationToken)
    {
        if (before is { SizeBytes: { } size } && await centralDb.GetMaxFileSizeAsync(cancellationToken) < size)
        {
            return before;
        }

        var (file, missing) = await DownloadAsync(session, activity.ActivityId, format, cancellationToken);
        await using (file)
        {
            return file is null ? missing : await StoreAsync(userId, activity, format, file, fetched, cancellationToken);
        }
    }

    /// <exception cref="GarminException">Something that does not concern this file alone.</exception>
    private async Task<(ActivityFile? File, MissingFile? Missing)> DownloadAsync(
        GarminSession session, long activityId, string format, CancellationToken cancellationToken)
    {
        try
        {
            return await garmin.DownloadActivityAsync(session, activityId, SourceOf(format), cancellationToken) switch
            {
                ActivityDownload.Received { File: var file } => (file, null),
                ActivityDownload.Unavailable none => (null, new MissingFile(format, ReasonOf(none.Problem), none.Reason)),
                _ => throw new UnreachableException(),
            };
        }
        catch (Exception exception) when (exception is GarminUnreachableException or GarminRejectedException)
        {
            if (!await GarminAnswersAsync(session, activityId, cancellationToken))
            {
                throw;
            }

            var reason = exception is GarminRejectedException ? MissingFileReasons.Refused : MissingFileReasons.Unavailable;
            return (null, new MissingFile(format, reason, exception.Message));
        }
    }

    /// <summary>Whether another question about the activity is answered: then the trouble is this file's, and nobody else's.</summary>
    private async Task<bool> GarminAnswersAsync(GarminSession session, long activityId, CancellationToken cancellationToken)
    {
        try
        {
            await garmin.FindActivityAsync(session, activityId, cancellationToken);
            return true;
        }
        catch (GarminNotFoundException)
        {
            return true;
        }
        catch (Exception exception) when (exception is GarminUnreachableException or GarminRejectedException)
        {
            return false;
        }
    }

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
            return new MissingFile(format, MissingFileReasons.TooLargeForCentralDb, await TooLargeAsync(file, cancellationToken)) { SizeBytes = LargestOf(file) };
        }
        catch (CentralDbRejectedException refused) when (refused.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity)
        {
            return new MissingFile(format, MissingFileReasons.RefusedByCentralDb, refused.Message);
        }

        if (file.Further.Count > 0 && stored.DistinctBy(part => part.CentralDbActivityId).Count() < stored.Count)
        {
            fetched.NotKept.Add(new MissingFile(
                format, MissingFileReasons.OneFileOnly, $"CentralDB keeps one file of a format: {file.Further.Count} further files of this original are not in it"));
            stored = [stored[0]];
        }

        fetched.Revision = revision;
        fetched.Records.AddRange(stored.Select(part => part.CentralDbActivityId!));
        fetched.Files.AddRange(stored);
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
}
