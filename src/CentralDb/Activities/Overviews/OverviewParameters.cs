using Microsoft.AspNetCore.Mvc;

namespace FitTrack.CentralDb.Activities.Overviews;

/// <summary>The query of a list, as it was sent.</summary>
internal sealed record OverviewParameters
{
    /// <summary>Types, any of which will do; all when absent.</summary>
    [FromQuery(Name = "type")]
    public string[]? Type { get; init; }

    /// <summary>A part of the name, in any letter case.</summary>
    [FromQuery(Name = "text")]
    public string? Text { get; init; }

    /// <summary>A day of the athlete's clock, or a moment.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>A day of the athlete's clock, or a moment; inclusive.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>At least; inclusive.</summary>
    [FromQuery(Name = "min_distance_meters")]
    public string? MinDistanceMeters { get; init; }

    /// <summary>At most; inclusive.</summary>
    [FromQuery(Name = "max_distance_meters")]
    public string? MaxDistanceMeters { get; init; }

    /// <summary>At least; inclusive.</summary>
    [FromQuery(Name = "min_duration_seconds")]
    public string? MinDurationSeconds { get; init; }

    /// <summary>At most; inclusive.</summary>
    [FromQuery(Name = "max_duration_seconds")]
    public string? MaxDurationSeconds { get; init; }

    /// <summary><c>start_time</c> when absent.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary><c>desc</c> when absent.</summary>
    [FromQuery(Name = "order")]
    public string? Order { get; init; }

    /// <summary>The <c>next_cursor</c> of the part before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>50 when absent.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }
}
