using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>A page of a list of activities.</summary>
/// <param name="Items">The activities, in order.</param>
/// <param name="NextCursor">Where the next page begins, for <see cref="ActivityQuery.Cursor"/>. It stays good while activities come and go. Null on the last page.</param>
/// <param name="Total">How many activities the query finds on all pages. Null on all but the first.</param>
public sealed record ActivityPage([property: JsonRequired] IReadOnlyList<ActivityOverview> Items, string? NextCursor, int? Total);
