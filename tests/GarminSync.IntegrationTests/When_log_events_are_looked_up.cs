using System.Globalization;
using System.Reflection;
using GarminSync.IntegrationTests.Snapshots;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>docs/log-events.md against the log lines that the code can write.</summary>
public sealed class When_log_events_are_looked_up
{
    private const BindingFlags Methods = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyList<LogLine> Lines =
    [
        .. OurAssemblies.Types.SelectMany(type => type.GetMethods(Methods))
            .Select(method => (method, line: method.GetCustomAttribute<LoggerMessageAttribute>())).Where(found => found.line is not null)
            .Select(found => new LogLine(found.line!.EventId, found.line.Level, found.method.Module.Assembly.GetName().Name!, found.line.Message ?? "")),
    ];

    [Fact]
    public void No_two_log_lines_have_the_same_id()
    {
        Lines.Count.ShouldBeGreaterThan(30);
        Lines.GroupBy(line => line.Id).Where(lines => lines.Count() > 1).SelectMany(lines => lines).ShouldBeEmpty();
    }

    [Fact]
    public void Each_id_is_of_the_block_of_its_project()
    {
        var blocks = Rows("## Blocks").Select(cells => (First: Number(cells[0].Split(" to ")[0]), Last: Number(cells[0].Split(" to ")[1]), Project: cells[1].Trim('`'))).ToList();

        Lines.Where(line => !blocks.Exists(block => block.Project == line.Project && line.Id >= block.First && line.Id <= block.Last)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_is_documented_as_it_is()
    {
        var table = Lines.OrderBy(line => line.Id).Select(line => $"| {line.Id} | {line.Level} | `{line.Project}` | {line.Message.Replace("|", "\\|", StringComparison.Ordinal)} |").ToList();
        if (Environment.GetEnvironmentVariable("GARMINSYNC_ACCEPT_SNAPSHOTS") is "1")
        {
            var text = await File.ReadAllTextAsync(Page());
            await File.WriteAllTextAsync(Page(), text[..(text.IndexOf("|---|---|---|---|\n", StringComparison.Ordinal) + "|---|---|---|---|\n".Length)] + string.Concat(table.Select(row => row + "\n")));
        }

        Rows("## Events").Select(cells => $"| {string.Join(" | ", cells)} |")
            .ShouldBe(table, "docs/log-events.md lists other log lines than the code has; GARMINSYNC_ACCEPT_SNAPSHOTS=1 writes the table anew.");
    }

    private static IEnumerable<string[]> Rows(string heading) => File.ReadLines(Page())
        .SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
        .Select(line => line.Trim('|', ' ').Split(" | "));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Page() => Path.Combine(Snapshot.ProjectFolder(), "..", "..", "docs", "log-events.md");

    private sealed record LogLine(int Id, LogLevel Level, string Project, string Message);
}
