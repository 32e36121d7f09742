namespace CentralDb.Client;

/// <summary>Which activities are listed, and in which order. What is null or empty leaves nothing out.</summary>
public sealed record ActivityQuery
{
    /// <summary>Types, any of which will do, such as <c>running</c>.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>A part of the name, in any letter case.</summary>
    public string? Text { get; init; }

    /// <summary>The first day, by the athlete's clock.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, inclusive, by the athlete's clock.</summary>
    public DateOnly? To { get; init; }

    /// <summary>At least so far, in metres. One without a distance is not so far.</summary>
    public double? MinDistanceMeters { get; init; }

    /// <summary>At most so far, in metres. One without a distance is left out.</summary>
    public double? MaxDistanceMeters { get; init; }

    /// <summary>At least so long, in seconds.</summary>
    public double? MinDurationSeconds { get; init; }

    /// <summary>At most so long, in seconds.</summary>
    public double? MaxDurationSeconds { get; init; }

    /// <summary>What they are sorted by. Those without a value come last, whichever way.</summary>
    public ActivitySort Sort { get; init; } = ActivitySort.StartTime;

    /// <summary>Whether the smallest or earliest comes first. Default: the largest or latest does.</summary>
    public bool Ascending { get; init; }

    /// <summary>Where the page begins: <see cref="ActivityPage.NextCursor"/> of the one before, with the same <see cref="Sort"/> and <see cref="Ascending"/>. Null for the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>How many activities a page has at most; 1 to 500.</summary>
    public int Limit { get; init; } = 50;
}
