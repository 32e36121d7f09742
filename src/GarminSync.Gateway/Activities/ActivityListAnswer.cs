namespace GarminSync.Gateway.Activities;

/// <summary>A page of activities.</summary>
/// <param name="Activities">In the order that was asked for.</param>
/// <param name="NextCursor">For <c>cursor</c> of the next call; null on the last page.</param>
/// <param name="Total">How many there are on all pages; null on all but the first.</param>
internal sealed record ActivityListAnswer(IReadOnlyList<ActivityAnswer> Activities, string? NextCursor, int? Total);
