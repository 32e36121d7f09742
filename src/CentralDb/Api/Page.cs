namespace FitTrack.CentralDb.Api;

/// <summary>Part of a list.</summary>
/// <param name="Items">The part asked for.</param>
/// <param name="Total">How many there are with this filter, on all pages.</param>
/// <param name="Limit">How many were asked for at most.</param>
/// <param name="Offset">How many were passed over.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Limit, int Offset);
