namespace GarminSync.Consumers.Sync;

/// <summary>Work that a message asks for, as the state store knows it: who works on it, and how long nobody else may.</summary>
internal interface ILeased
{
    /// <summary>When it is taken for lost and handed out again; null while it is not handed out.</summary>
    DateTimeOffset? LeaseUntil { get; }

    /// <summary>The message whose consumer has begun with it; null while the message is on its way.</summary>
    Guid? StartedBy { get; }

    /// <summary>The process of that consumer.</summary>
    Guid? Worker { get; }

    /// <summary>How often that process was lost before it said how the work had ended.</summary>
    int Losses { get; }
}
