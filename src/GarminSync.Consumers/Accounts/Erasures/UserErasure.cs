namespace GarminSync.Consumers.Accounts;

/// <summary>
/// A user who is to be erased, or was not long ago. It is what an erasure goes on from, whichever process dies, and what keeps others from making the user's rows anew
/// meanwhile. Holds nothing of the user but the id.
/// </summary>
internal sealed class UserErasure
{
    /// <summary>CentralDB's id of the user.</summary>
    public string UserId { get; set; } = "";

    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>Null while it is under way.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>When it goes on; after its end: when what came late is looked for.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>How many tries in a row did not get further.</summary>
    public int Tries { get; set; }

    /// <summary>What it waits for, for a person.</summary>
    public string? Reason { get; set; }

    /// <summary>What could not be erased, for a person.</summary>
    public string? NotErased { get; set; }

    /// <summary>Until when the process that works on it has the right to; null when none does.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Who has that right.</summary>
    public Guid? LeaseOwner { get; set; }
}
