namespace FitTrack.CentralDb.Users;

/// <summary>How far an erasure came.</summary>
internal enum Erased
{
    /// <summary>There is no such user.</summary>
    NoSuchUser,

    /// <summary>There is more: ask again.</summary>
    InPart,

    /// <summary>Nothing is left of the user.</summary>
    Whole,
}
