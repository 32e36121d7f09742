using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace GarminSync.Benchmarks;

/// <summary>The results as a table and, when a file is named, as JSON.</summary>
internal sealed class Report(string size)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly List<Row> _rows = [];

    /// <summary>Adds what one load has shown, and writes it at once: the next may take long.</summary>
    public void Add(IReadOnlyList<Row> rows)
    {
        _rows.AddRange(rows);
        foreach (var load in rows.GroupBy(row => row.Load, StringComparer.Ordinal))
        {
            var table = new Table().Title(Markup.Escape(load.Key)).AddColumns("", "ours", "floor", "ratio");
            foreach (var row in load.Where(row => !row.IsDetail))
            {
                table.AddRow(Markup.Escape(row.Figure), Text(row.Value), row.Floor is { } floor ? Text(floor) : "", row.Ratio is { } ratio ? Text(ratio) : "");
            }

            AnsiConsole.Write(table);
        }
    }

    public async Task WriteAsync(string? file)
    {
        if (file is not null)
        {
            var results = new { size, at = TimeProvider.System.GetUtcNow(), cores = Environment.ProcessorCount, rows = _rows };
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(results, Json));
        }
    }

    private static string Text(double value) => value.ToString(Math.Abs(value) < 10 ? "0.00" : "#,0.0", CultureInfo.InvariantCulture);
}
