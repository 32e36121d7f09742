namespace FitTrack.CentralDb.Activities.Overviews;

/// <summary>Part of the list of activities.</summary>
/// <param name="Items">The part asked for.</param>
/// <param name="NextCursor">Where the next part begins; null behind the last.</param>
/// <param name="Total">How many there are with this filter; told at the beginning, and null behind a cursor.</param>
internal sealed record OverviewPage(IReadOnlyList<ActivityOverview> Items, string? NextCursor, int? Total);
