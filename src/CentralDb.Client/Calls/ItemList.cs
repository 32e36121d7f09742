using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>An answer that has its list in a member.</summary>
internal sealed record ItemList<T>([property: JsonRequired] IReadOnlyList<T> Items);
