namespace GarminSync.Consumers.Sync;

/// <summary>Whether a request means a kind of data that it does not name.</summary>
internal enum KindInclusion
{
    /// <summary>No: it has to be named.</summary>
    OnlyWhenNamed,

    /// <summary>Yes, when the request names no kind or <c>all</c>.</summary>
    ByDefault,

    /// <summary>Yes, because the request has a field that only this kind uses. A request that names no kind then means no kind by default.</summary>
    Implied,
}
