namespace GarminSync.Consumers.Sync;

/// <summary>A row of work that one consumer at a time may do.</summary>
internal interface ILeased
{
    /// <summary>When it counts as lost and is handed out again; null while it is not handed out.</summary>
    DateTimeOffset? LeaseUntil { get; }

    /// <summary>The message whose consumer has started on it; null until one has.</summary>
    Guid? StartedBy { get; }

    /// <summary>The process of that consumer.</summary>
    Guid? Worker { get; }

    /// <summary>How many processes were lost before they reported how the work ended.</summary>
    int Losses { get; }
}
