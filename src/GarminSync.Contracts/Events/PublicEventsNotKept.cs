namespace GarminSync.Contracts;

/// <summary>It cannot be told which events followed the given one: some of them are deleted by now, or its id lies in the future.</summary>
/// <remarks>Consumers → gateway.</remarks>
public sealed record PublicEventsNotKept
{
    /// <summary>Events up to and including this <see cref="PublicEvent.Id"/> are deleted.</summary>
    public required long DeletedTo { get; init; }

    /// <summary>The <see cref="PublicEvent.Id"/> of the newest event.</summary>
    public required long Newest { get; init; }
}
