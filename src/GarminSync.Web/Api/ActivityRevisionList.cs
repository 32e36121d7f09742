namespace GarminSync.Web.Api;

/// <summary>The revisions of an activity, newest first.</summary>
public sealed record ActivityRevisionList(IReadOnlyList<ActivityRevision> Revisions);
