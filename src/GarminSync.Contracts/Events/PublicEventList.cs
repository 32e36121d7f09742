namespace GarminSync.Contracts;

/// <summary>Public events, oldest first.</summary>
/// <remarks>Consumers → gateway.</remarks>
public sealed record PublicEventList
{
    /// <summary>The events, as many as were asked for or as there are.</summary>
    public required IReadOnlyList<PublicEvent> Events { get; init; }

    /// <summary>The <see cref="GetPublicEvents.After"/> with which to go on: all events up to it were looked at.</summary>
    public required long Next { get; init; }

    /// <summary>True: there may be more after <see cref="Next"/> already.</summary>
    public required bool HasMore { get; init; }

    /// <summary>True: the job that was asked about has ended, and none of its events is still to come. False, too, when no job was named.</summary>
    public required bool JobEnded { get; init; }
}
