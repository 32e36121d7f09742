using System.Text.Json;

namespace GarminSync.IntegrationTests.Size;

/// <summary>A statement that PostgreSQL has executed, and what it read for it, as the server's own <c>auto_explain</c> has logged it.</summary>
/// <param name="Statement">Its text.</param>
/// <param name="Reads">What it read of each table.</param>
internal sealed record StatementPlan(string Statement, IReadOnlyList<StatementPlan.Read> Reads)
{
    private const string Plan = "  plan:";

    /// <summary>The statements in a server's log, in their order; nothing but plans in JSON is looked at.</summary>
    public static IEnumerable<StatementPlan> In(IEnumerable<string> log)
    {
        var entry = new List<string>();
        var isPlan = false;
        foreach (var line in log.Append("end"))
        {
            // The further lines of an entry begin with a tab.
            if (isPlan && line.StartsWith('\t'))
            {
                entry.Add(line);
                continue;
            }

            if (isPlan)
            {
                yield return Of(string.Concat(entry));
            }

            isPlan = line.EndsWith(Plan, StringComparison.Ordinal);
            entry.Clear();
        }
    }

    private static StatementPlan Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        var reads = new List<Read>();
        Collect(document.RootElement.GetProperty("Plan"), reads);
        return new StatementPlan(string.Join(' ', document.RootElement.GetProperty("Query Text").GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), reads);
    }

    private static void Collect(JsonElement node, List<Read> reads)
    {
        if (node.TryGetProperty("Relation Name", out var table) && node.TryGetProperty("Actual Loops", out var loops))
        {
            var rows = Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter") + Number(node, "Rows Removed by Index Recheck");
            reads.Add(new Read(table.GetString()!, node.GetProperty("Node Type").GetString()!, rows * loops.GetDouble()));
        }

        if (node.TryGetProperty("Plans", out var inner))
        {
            foreach (var one in inner.EnumerateArray())
            {
                Collect(one, reads);
            }
        }
    }

    private static double Number(JsonElement node, string name) => node.TryGetProperty(name, out var number) ? number.GetDouble() : 0;

    /// <param name="Table">The table, or the partition of one.</param>
    /// <param name="Node">How it was read, in PostgreSQL's words: <c>Seq Scan</c>, <c>Index Scan</c>.</param>
    /// <param name="Rows">How many rows were looked at, those that were then of no use too.</param>
    internal sealed record Read(string Table, string Node, double Rows);
}
