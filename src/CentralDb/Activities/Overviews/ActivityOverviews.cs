using FitTrack.CentralDb.Database;

namespace FitTrack.CentralDb.Activities.Overviews;

/// <summary>Keeps overviews in step with records, in the same transaction.</summary>
internal static class ActivityOverviews
{
    /// <summary>Reads the overview of an activity. To be called before its records are read: what another request writes in between is then noticed at the save.</summary>
    public static ValueTask<ActivityOverview?> FindOverviewAsync(this CentralDbContext database, Guid userId, long garminActivityId, CancellationToken cancellationToken) =>
        database.ActivityOverviews.FindAsync([userId, garminActivityId], cancellationToken);

    /// <summary>Makes the overview show what will be there of the activity; without any record it goes. The caller saves.</summary>
    /// <param name="database">Gets the change.</param>
    /// <param name="overview">As it was found.</param>
    /// <param name="records">All records of the activity, as they will be.</param>
    public static void Show(this CentralDbContext database, ActivityOverview? overview, IReadOnlyCollection<Activity> records)
    {
        if (records.OrderByDescending(record => record.Revision).ThenBy(record => record.Id).FirstOrDefault() is not { } shown)
        {
            if (overview is not null)
            {
                database.ActivityOverviews.Remove(overview);
            }

            return;
        }

        overview ??= database.ActivityOverviews.Add(new ActivityOverview { UserId = shown.UserId, GarminActivityId = shown.GarminActivityId }).Entity;
        overview.Show(shown);

        // Even if it shows the same: another request may be about to delete what it takes for the last record.
        overview.Version = Guid.NewGuid();
    }
}
