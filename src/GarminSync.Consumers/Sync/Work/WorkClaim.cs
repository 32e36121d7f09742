namespace GarminSync.Consumers.Sync;

/// <summary>Whether a consumer may do the work that a message asks for.</summary>
internal enum WorkClaim
{
    /// <summary>Yes, and nobody else may.</summary>
    Begun,

    /// <summary>No: the job does not want it any more, or another message has asked for it already.</summary>
    Superseded,

    /// <summary>No: too many processes were lost over it.</summary>
    LostTooOften,
}
