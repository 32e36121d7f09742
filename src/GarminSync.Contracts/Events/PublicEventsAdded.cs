namespace GarminSync.Contracts;

/// <summary>
/// Wakes gateways whose callers wait for events: there are new ones to ask for with <see cref="GetPublicEvents"/>. It may be lost or come out of order. Not meant for
/// subscribers, who have the events themselves.
/// </summary>
/// <remarks>Consumers → gateways.</remarks>
public sealed record PublicEventsAdded
{
    /// <summary>The new events are those after this <see cref="PublicEvent.Id"/> …</summary>
    public required long After { get; init; }

    /// <summary>… up to and including this one.</summary>
    public required long Last { get; init; }

    /// <summary>The users whom they are about; absent: many.</summary>
    public IReadOnlyList<string>? UserIds { get; init; }
}
