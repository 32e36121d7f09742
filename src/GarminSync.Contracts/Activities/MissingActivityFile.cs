namespace GarminSync.Contracts;

/// <summary>A file of an activity that was asked for and is not in CentralDB.</summary>
public sealed record MissingActivityFile
{
    /// <summary>One of <see cref="ActivityFileFormats"/>.</summary>
    public required string Format { get; init; }

    /// <summary>One of <see cref="MissingFileReasons"/>; later versions may add others.</summary>
    public required string Reason { get; init; }

    /// <summary>The same for a person, with the particulars.</summary>
    public required string Explanation { get; init; }

    /// <summary>The first sync after this moment (UTC) asks for the file again; absent when only an edit or <c>force</c> does.</summary>
    public DateTimeOffset? NextTryAt { get; init; }
}
