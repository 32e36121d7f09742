namespace GarminConnect.Simulator.Health;

/// <summary>The lists in which answers name the columns of their arrays; each service has its own names for index and key.</summary>
internal static class Descriptors
{
    public static IReadOnlyList<Dictionary<string, object>> Of(string indexName, string keyName, params IReadOnlyList<string> columns) =>
        [.. columns.Select((column, index) => new Dictionary<string, object> { [indexName] = index, [keyName] = column })];
}
