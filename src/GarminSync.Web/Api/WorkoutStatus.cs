namespace GarminSync.Web.Api;

/// <summary>What became of a plan at Garmin, as <c>GET /api/garmin/workouts/{id}/status</c> tells it. Times are UTC.</summary>
/// <param name="WorkoutId">CentralDB's id of the plan.</param>
/// <param name="State"><c>not_sent</c>, <c>uploading</c>, <c>uploaded</c> or <c>removed</c>.</param>
/// <param name="ScheduledOn">The day of Garmin's calendar; null for none.</param>
/// <param name="UploadedAt">When it was last brought there; null for never.</param>
/// <param name="RemovedAt">When it was taken back; null while it is there.</param>
public sealed record WorkoutStatus(string WorkoutId, string State, DateOnly? ScheduledOn, DateTimeOffset? UploadedAt, DateTimeOffset? RemovedAt)
{
    public const string Uploaded = "uploaded";
    public const string Removed = "removed";
}
