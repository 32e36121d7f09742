using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GarminSync.IntegrationTests.Dashboards;

/// <summary>A panel of a Grafana dashboard, with the query behind it.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Format"><c>time_series</c>: columns <c>time</c>, <c>metric</c>, <c>value</c>; <c>table</c>: any.</param>
/// <param name="Query">As it stands in the dashboard, with Grafana's macros and variables.</param>
internal sealed partial record DashboardPanel(string Title, string Format, string Query)
{
    public static IReadOnlyList<DashboardPanel> Read(string file)
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. dashboard.RootElement.GetProperty("panels").EnumerateArray().Where(panel => panel.TryGetProperty("targets", out _)).SelectMany(panel => panel.GetProperty("targets").EnumerateArray()
                .Select(target => new DashboardPanel(panel.GetProperty("title").GetString()!, target.GetProperty("format").GetString()!, target.GetProperty("rawSql").GetString()!))),
        ];
    }

    /// <summary>The query of a variable of the dashboard.</summary>
    public static string QueryOfVariable(string file, string name)
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(file));
        return dashboard.RootElement.GetProperty("templating").GetProperty("list").EnumerateArray().Single(variable => variable.GetProperty("name").GetString() == name).GetProperty("query").GetString()!;
    }

    /// <summary>The query as Grafana sends it: <c>$__timeFilter(x)</c> is <c>x BETWEEN from AND to</c>.</summary>
    public string For(string athlete, DateTimeOffset from, DateTimeOffset to) => TimeFilter()
        .Replace(Query, filter => string.Create(CultureInfo.InvariantCulture, $"{filter.Groups["column"].Value} BETWEEN '{from:yyyy-MM-ddTHH:mm:ssZ}' AND '{to:yyyy-MM-ddTHH:mm:ssZ}'"))
        .Replace("$athlete", athlete, StringComparison.Ordinal);

    [GeneratedRegex(@"\$__timeFilter\((?<column>[a-z_]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TimeFilter();
}
