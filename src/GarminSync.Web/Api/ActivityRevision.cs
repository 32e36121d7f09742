namespace GarminSync.Web.Api;

/// <summary>A revision of an activity, as <c>GET /api/garmin/activities/{id}/revisions</c> tells it. What changed is null where it is not known.</summary>
public sealed record ActivityRevision(long Revision, DateTimeOffset StoredAt, IReadOnlyList<string>? Changed, IReadOnlyList<ActivityFile> Files);
