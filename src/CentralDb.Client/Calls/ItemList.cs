namespace CentralDb.Client;

/// <summary>An answer that has its list in a member.</summary>
internal sealed record ItemList<T>(IReadOnlyList<T> Items);
