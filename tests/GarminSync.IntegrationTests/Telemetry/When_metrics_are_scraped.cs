using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.IntegrationTests.Snapshots;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Telemetry;

/// <summary>The deployed service, and a Prometheus that it cannot tell from a real one. The table of docs/telemetry.md is what is looked for.</summary>
public sealed partial class When_metrics_are_scraped(RabbitMqBroker broker)
{
    private const string OperatorKey = "operator-key-of-thirty-two-characters";
    private const string ApiKey = "key-of-CentralDB-in-this-test";

    [Fact]
    public async Task Each_documented_one_is_there_and_no_other_of_ours_and_none_names_an_account()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 3 });
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var system = await DeployedSystem.StartAsync(broker, Settings(garmin, receiver.Settings));
        system.Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", OperatorKey);
        system.CentralDb.Http.DefaultRequestHeaders.Add("X-Api-Key", ApiKey);
        var userId = await system.Api.LinkAsync();
        (await system.Api.SyncAsync(new { user_id = userId })).GetProperty("state").GetString().ShouldBe("completed");
        using var health = await system.Api.PostAsJsonAsync("api/garmin/sync/health-metrics", new { user_id = userId });
        await system.Api.EndOfJobAsync(health.Headers.Location!);

        // The next look at the accounts has seen the sync.
        var consumers = await Eventually.Get(
            () => ReadAsync(system.Consumers.Http), text => Value(text, "garminsync_freshness_accounts", "garminsync_kind=\"activities\"", "garminsync_within=\"1h\"") == 1, TimeSpan.FromSeconds(30));
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["consumers"] = consumers,
            ["gateway"] = await ReadAsync(system.Api),
            ["centraldb"] = await ReadAsync(system.CentralDb.Http),
        };

        var documented = Documented();
        documented.Count.ShouldBeGreaterThan(20);
        foreach (var metric in documented)
        {
            foreach (var process in metric.Of == "all" ? texts.Keys.ToArray() : [metric.Of])
            {
                texts[process].ShouldContain($"# TYPE {metric.Prometheus} ", Case.Sensitive, $"{metric.Prometheus} of {process}");
            }
        }

        Types().Matches(consumers).Select(match => match.Groups["name"].Value).Where(name => name.StartsWith("garminsync_", StringComparison.Ordinal))
            .ShouldBeSubsetOf(documented.Select(metric => metric.Prometheus));
        Value(consumers, "garminsync_items_total", "garminsync_kind=\"activities\"", "garminsync_outcome=\"done\"").ShouldBe(3);
        Value(consumers, "garminsync_garmin_requests_total", "garminsync_outcome=\"answered\"", "url_template=\"/download-service/files/activity/{id}\"").ShouldBe(3);
        Value(consumers, "garminsync_logins_total", "garminsync_by=\"person\"", "garminsync_outcome=\"linked\"").ShouldBe(1);
        Value(consumers, "garminsync_accounts").ShouldBe(1);
        Value(consumers, "garminsync_queue_consumers", "garminsync_queue=\"sync-job\"").ShouldBe(1);
        foreach (var (process, text) in texts)
        {
            foreach (var ofSomebody in new[] { userId, GatewayCalls.UserName, "athlete", garmin.BaseAddress.UserInfo }.Where(name => name.Length > 0))
            {
                text.ShouldNotContain(ofSomebody, Case.Insensitive, process);
            }
        }

        // By OTLP too, under the names of OpenTelemetry.
        await Eventually.Is(
            () =>
            {
                receiver.Read();
                return documented.All(metric => receiver.Metrics.Contains(metric.Name));
            },
            TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Only_who_may_read_the_operations_reads_them()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        await using var system = await DeployedSystem.StartAsync(broker, Settings(garmin, new Dictionary<string, string?>(StringComparer.Ordinal)));

        (await StatusAsync(system.Api, null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(system.CentralDb.Http, null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(system.Api, OperatorKey)).ShouldBe(HttpStatusCode.OK);

        var token = await UsersTokenAsync(system);
        (await StatusAsync(system.Api, token)).ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Dictionary<string, string?> Settings(GarminSimulator garmin, IReadOnlyDictionary<string, string?> more) => new(DeployedSystem.Settings(garmin).Concat(more), StringComparer.Ordinal)
    {
        ["Telemetry:Prometheus"] = "true",
        ["Telemetry:Interval"] = "00:00:01",
        ["Gateway:Auth:Mode"] = "Token",
        ["Gateway:Auth:OperatorKey"] = OperatorKey,
        ["CentralDb:ApiKey"] = ApiKey,
        ["CentralDbServer:ApiKey"] = ApiKey,
    };

    private static async Task<string> UsersTokenAsync(DeployedSystem system)
    {
        system.Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", OperatorKey);
        var userId = await system.Api.LinkAsync();
        using var answer = await system.Api.PostAsJsonAsync("api/tokens", new { user_id = userId });
        system.Api.DefaultRequestHeaders.Authorization = null;
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient server, string? bearer)
    {
        using var call = new HttpRequestMessage(HttpMethod.Get, new Uri("metrics", UriKind.Relative));
        call.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        using var answer = await server.SendAsync(call);
        return answer.StatusCode;
    }

    private static Task<string> ReadAsync(HttpClient server) => server.GetStringAsync(new Uri("metrics", UriKind.Relative));

    private static double? Value(string text, string name, params string[] labels) => text.Split('\n')
        .Where(line => (line.StartsWith($"{name}{{", StringComparison.Ordinal) || line.StartsWith($"{name} ", StringComparison.Ordinal)) && labels.All(label => line.Contains(label, StringComparison.Ordinal)))
        .Select(line => (double?)double.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture))
        .FirstOrDefault();

    private static List<(string Name, string Prometheus, string Of)> Documented() =>
    [
        .. File.ReadLines(Path.Combine(Snapshot.ProjectFolder(), "..", "..", "docs", "telemetry.md"))
            .SkipWhile(line => line != "## Metrics").Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1].Trim('`'), cells[2].Trim('`'), cells[4])),
    ];

    [GeneratedRegex("^# TYPE (?<name>[a-z_]+) ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Types();
}
