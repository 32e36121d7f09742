using Microsoft.AspNetCore.Mvc;

namespace FitTrack.CentralDb.Activities.Overviews;

/// <summary>The query of a list, as it was sent.</summary>
/// <param name="Type">Types, any of which will do; all when absent.</param>
/// <param name="Text">A part of the name, in any letter case.</param>
/// <param name="From">A day of the athlete's clock, or a moment.</param>
/// <param name="To">A day of the athlete's clock, or a moment; inclusive.</param>
/// <param name="MinDistanceMeters">At least; inclusive.</param>
/// <param name="MaxDistanceMeters">At most; inclusive.</param>
/// <param name="MinDurationSeconds">At least; inclusive.</param>
/// <param name="MaxDurationSeconds">At most; inclusive.</param>
/// <param name="Sort"><c>start_time</c> when absent.</param>
/// <param name="Order"><c>desc</c> when absent.</param>
/// <param name="Cursor">The <c>next_cursor</c> of the part before.</param>
/// <param name="Limit">50 when absent.</param>
internal sealed record OverviewParameters(
    [FromQuery(Name = "type")] string[]? Type,
    [FromQuery(Name = "text")] string? Text,
    [FromQuery(Name = "from")] string? From,
    [FromQuery(Name = "to")] string? To,
    [FromQuery(Name = "min_distance_meters")] string? MinDistanceMeters,
    [FromQuery(Name = "max_distance_meters")] string? MaxDistanceMeters,
    [FromQuery(Name = "min_duration_seconds")] string? MinDurationSeconds,
    [FromQuery(Name = "max_duration_seconds")] string? MaxDurationSeconds,
    [FromQuery(Name = "sort")] string? Sort,
    [FromQuery(Name = "order")] string? Order,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "limit")] string? Limit);
