namespace CentralDb.Client;

/// <summary>How far the erasure of a user came.</summary>
public enum UserErasureResult
{
    /// <summary>Nothing is left of the user.</summary>
    Erased,

    /// <summary>There is more to erase: ask again.</summary>
    InPart,

    /// <summary>This CentralDB has no such call; what it has of the user stays.</summary>
    NotSupported,
}
