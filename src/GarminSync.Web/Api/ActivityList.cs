namespace GarminSync.Web.Api;

/// <summary>A page of activities; how many there are in all is told on the first page only.</summary>
public sealed record ActivityList(IReadOnlyList<GarminActivity> Activities, string? NextCursor, int? Total);
