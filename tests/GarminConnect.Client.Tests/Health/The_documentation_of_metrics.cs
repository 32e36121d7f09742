using GarminConnect.Client.Health;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests.Health;

public sealed class The_documentation_of_metrics
{
    private static readonly Lazy<IReadOnlyList<string>> Lines = new(() => File.ReadAllLines(Document("docs", "health-metrics.md")));
    private static readonly Lazy<IReadOnlyList<string>> Protocol = new(() => File.ReadAllLines(Document("docs", "garmin-connect.md")));
    private static readonly Lazy<IReadOnlyList<string>> Simulator = new(() => File.ReadAllLines(Document("sandbox", "GarminConnect.Simulator", "README.md")));

    public static TheoryData<string> Metrics => [.. MetricCatalogue.Metrics.Select(metric => metric.Name)];

    public static TheoryData<string> Endpoints => [.. MetricCatalogue.Endpoints.Select(endpoint => endpoint.Name)];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void It_has_a_row_for_each_metric_with_its_values_units_and_endpoints(string name)
    {
        var metric = MetricCatalogue.Metrics.Single(one => one.Name == name);
        var values = metric.Values.Select(type => $"`{type.Name}` ({type.Unit})");
        var endpoints = MetricCatalogue.Endpoints.Where(endpoint => endpoint.Metrics.Contains(metric))
            .Select(endpoint => $"`{endpoint.Name}`{(endpoint.AnswersInFull(metric) ? "" : " in part")}");

        Lines.Value.ShouldContain(
            $"| `{metric.Name}` | {metric.Detail.ToString().ToLowerInvariant()} | {metric.Description} | {string.Join(", ", values)} | {string.Join(", ", endpoints)} |");
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public void It_has_a_row_for_each_endpoint_with_its_address_and_longest_range(string name)
    {
        var endpoint = Reading.Endpoint(name);
        var day = new DateOnly(2001, 1, 1);
        var call = endpoint.CallFor("{name}", new DayRange(day, day));
        var address = Uri.UnescapeDataString(call.Path)
            .Replace("2001-01-01", "{day}", StringComparison.Ordinal)
            .Replace("2001-01-07", "{day}", StringComparison.Ordinal);

        Lines.Value.ShouldContain($"| `{endpoint.Name}` | {endpoint.MaxDays} | `{call.Method} /{address}` |");
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public void The_protocol_says_what_proves_each_endpoint(string name) =>
        Protocol.Value.Single(line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal)).Split('|')[^2].Trim()
            .ShouldStartWith(Reading.Endpoint(name).Proof.ToString().ToLowerInvariant());

    [Theory]
    [InlineData(EndpointProof.Seen, "Seen in public recordings that are not ours: ")]
    [InlineData(EndpointProof.Unverified, "Unverified: ")]
    public void The_readme_of_the_simulator_names_the_answers_that_no_test_compares(EndpointProof proof, string beginning) =>
        Simulator.Value.ShouldContain(beginning + string.Join(", ", MetricCatalogue.Endpoints.Where(endpoint => endpoint.Proof == proof)
            .Select(endpoint => $"`{endpoint.Name}`").Order(StringComparer.Ordinal)) + ".");

    private static string Document(params IReadOnlyList<string> path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root.Parent is not null && !File.Exists(Path.Combine(root.FullName, "FitTrack.Messaging.sln")))
        {
            root = root.Parent;
        }

        return Path.Combine([root.FullName, .. path]);
    }
}
