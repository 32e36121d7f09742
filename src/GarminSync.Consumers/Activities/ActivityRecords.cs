using System.Text.Json;
using CentralDb.Client;
using GarminConnect.Client;

namespace GarminSync.Consumers.Activities;

/// <summary>The records of activities in CentralDB: one for each file, or one without a file.</summary>
internal sealed class ActivityRecords(CentralDbClient centralDb)
{
    /// <summary>
    /// Stores the activity as the given revision. When CentralDB has a higher one, which the ledger does not know, that one counts if it has the same content,
    /// else the one after it.
    /// </summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="activity">As Garmin lists it.</param>
    /// <param name="file">Null for the record without a file.</param>
    /// <param name="part">Which of several files of the same original it is, from 1.</param>
    /// <param name="revision">The revision to store it as.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The record, and the revision that it has now.</returns>
    public async Task<(string Id, int Revision)> StoreAsync(
        string userId, GarminActivity activity, ActivityFile? file, int part, int revision, CancellationToken cancellationToken)
    {
        var upload = Describe(activity, file, part, revision);
        var stored = await centralDb.UploadActivityAsync(userId, upload, cancellationToken);
        if (stored.Revision is not { } held || held <= revision)
        {
            return (stored.Id, revision);
        }

        if (IsSame(stored, activity, file))
        {
            return (stored.Id, held);
        }

        await centralDb.UploadActivityAsync(userId, upload with { Revision = held + 1 }, cancellationToken);
        return (stored.Id, held + 1);
    }

    private static bool IsSame(StoredActivity stored, GarminActivity activity, ActivityFile? file)
    {
        if (stored.Sha256 != file?.Sha256 || stored.RawSummary is not { } summary)
        {
            return false;
        }

        try
        {
            using var row = JsonDocument.Parse(summary);
            return GarminActivity.FromRow(row.RootElement)?.ContentHash == activity.ContentHash;
        }
        catch (JsonException)
        {
            // Somebody else wrote it.
            return false;
        }
    }

    private static ActivityUpload Describe(GarminActivity activity, ActivityFile? file, int part, int revision) => new()
    {
        GarminActivityId = activity.ActivityId,
        Name = activity.Name,
        ActivityType = activity.TypeKey,
        StartTime = activity.StartTime,
        StartTimeLocal = activity.LocalStartTime,
        UtcOffsetSeconds = (int?)activity.UtcOffset?.TotalSeconds,
        ParentGarminActivityId = activity.ParentId,
        DurationSeconds = activity.DurationSeconds,
        DistanceMeters = activity.DistanceMeters,
        ElevationGainMeters = activity.ElevationGainMeters,
        Calories = activity.Calories,
        AverageHeartRate = activity.AverageHeartRate,
        MaxHeartRate = activity.MaxHeartRate,
        FileFormat = file is null ? ActivityUpload.WithoutFile : FormatOf(file),
        FilePart = part,
        Sha256 = file?.Sha256,
        FileLength = file?.Length ?? 0,
        OpenFile = file is null ? null : file.OpenRead,
        Revision = revision,
        RawSummary = activity.RawSummary,
    };

    public static string FormatOf(ActivityFile file) => file.Format.ToString().ToLowerInvariant();
}
