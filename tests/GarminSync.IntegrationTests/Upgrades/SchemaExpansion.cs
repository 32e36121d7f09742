using System.Text.RegularExpressions;

namespace GarminSync.IntegrationTests.Upgrades;

/// <summary>
/// Whether a version can go on working on tables that the next one has changed: nothing that it reads is gone or of another type, and nothing is asked of what it writes that
/// was not asked before. The rule is that of docs/decisions/0044-upgrade-without-a-stop.md.
/// </summary>
internal static partial class SchemaExpansion
{
    /// <summary>What breaks the rule, a sentence each.</summary>
    /// <param name="before">The schema that the older version knows, as <see cref="Snapshots.DatabaseSchema"/> describes it.</param>
    /// <param name="after">The schema of today.</param>
    public static IEnumerable<string> Faults(IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, today) = (Columns(before), Columns(after));
        var tables = old.Keys.Select(Table).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, column) in old)
        {
            if (!today.TryGetValue(name, out var now))
            {
                yield return $"{name} is gone, or has another name.";
            }
            else if (now.Type != column.Type)
            {
                yield return $"{name} was {column.Type} and is {now.Type}.";
            }
            else if (now.IsRequired && !column.IsRequired)
            {
                yield return $"{name} could be null.";
            }
        }

        foreach (var (name, column) in today.Where(column => !old.ContainsKey(column.Key) && tables.Contains(Table(column.Key))))
        {
            if (column is { IsRequired: true, HasValue: false })
            {
                yield return $"{name} is new, not null, and has no default: an older version does not write it.";
            }
        }

        var uniqueBefore = Unique(before).ToHashSet(StringComparer.Ordinal);
        foreach (var (table, index) in Unique(after).Select(line => (Table(line), line)).Where(line => tables.Contains(line.Item1) && !uniqueBefore.Contains(line.line)))
        {
            yield return $"{index} is a new uniqueness of an older table.";
        }
    }

    private static string Table(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)];

    private static Dictionary<string, Column> Columns(IEnumerable<string> schema) => schema.Select(line => ColumnLine().Match(line)).Where(match => match.Success).ToDictionary(
        match => match.Groups["name"].Value,
        match => new Column(match.Groups["type"].Value, match.Groups["required"].Success, match.Groups["value"].Success),
        StringComparer.Ordinal);

    // "table.index"; what is unique in it may become more, as long as it keeps its name.
    private static IEnumerable<string> Unique(IEnumerable<string> schema) => schema.Select(line => UniqueLine().Match(line)).Where(match => match.Success)
        .Select(match => $"{match.Groups["table"].Value}.{match.Groups["index"].Value}");

    [GeneratedRegex(@"^column (?<name>\w+\.\w+) (?<type>.+?)(?<required> not null)?( key \d+)?(?<value> identity \w+| default .*)?( collate .*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex ColumnLine();

    [GeneratedRegex(@"^index ((?<table>\w+): CREATE UNIQUE INDEX ""?(?<index>\w+)""? |(?<table>\w+)\.(?<index>\w+|\(u\)) unique)", RegexOptions.ExplicitCapture)]
    private static partial Regex UniqueLine();

    private sealed record Column(string Type, bool IsRequired, bool HasValue);
}
