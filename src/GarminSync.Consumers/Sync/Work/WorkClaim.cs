namespace GarminSync.Consumers.Sync;

/// <summary>Whether a consumer may begin with what a message asks for.</summary>
internal enum WorkClaim
{
    /// <summary>It has the work to itself.</summary>
    Begun,

    /// <summary>The job does not want it any more, or another message has brought it already.</summary>
    Superseded,

    /// <summary>Too many processes were lost over it for one more to be risked.</summary>
    LostTooOften,
}
