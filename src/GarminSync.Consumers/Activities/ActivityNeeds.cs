using GarminConnect.Client;
using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Activities;

/// <summary>Tells which activities a job has to fetch, and in which formats.</summary>
/// <param name="scope">What the job is asked for.</param>
/// <param name="known">The ledger's rows of the activities in question.</param>
/// <param name="givenUp">What waits for its next try.</param>
/// <param name="now">The time of the listing.</param>
internal sealed class ActivityNeeds(SyncScope scope, IReadOnlyDictionary<long, SyncedActivity> known, IReadOnlyDictionary<long, GivenUpActivity> givenUp, DateTimeOffset now)
{
    public bool Has(GarminActivity activity) => scope.Force || !(StoredVersion(activity)?.Answers(scope.Formats, now) == true || Waits(activity));

    /// <summary>Of a version that is stored, only what is not answered.</summary>
    public IReadOnlyList<string> FormatsOf(GarminActivity activity) => scope.Force || StoredVersion(activity) is not { } stored
        ? scope.Formats
        : [.. scope.Formats.Where(format => !stored.Answers([format], now))];

    // A format that nobody has asked for yet does not wait for the others.
    private bool Waits(GarminActivity activity) =>
        givenUp.GetValueOrDefault(activity.ActivityId)?.Waits(activity.ContentHash, now) == true && StoredVersion(activity)?.WasAskedFor(scope.Formats) != false;

    private SyncedActivity? StoredVersion(GarminActivity activity) => known.GetValueOrDefault(activity.ActivityId) is { } row && row.Is(activity) ? row : null;
}
