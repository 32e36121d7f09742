using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Kubernetes;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Dashboards;

/// <summary>The dashboard of the service and the alerts, asked of a real Prometheus that scrapes the running service. Grafana itself cannot be had here.</summary>
public sealed partial class When_operators_look(RabbitMqBroker broker)
{
    private static readonly string Deploy = Path.Combine(ServiceProgram.Checkout, "deploy");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_panel_shows_something_and_every_alert_can_be_asked_and_those_that_are_true_fire()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 5 });
        await using var system = await DeployedSystem.StartAsync(broker, new Dictionary<string, string?>(DeployedSystem.Settings(garmin), StringComparer.Ordinal)
        {
            ["Telemetry:Prometheus"] = "true",
            ["Telemetry:Interval"] = "00:00:01",
        });
        await using var prometheus = await PrometheusServer.StartAsync(
            Path.Combine(Deploy, "prometheus", "alerts.yml"),
            ("gateway", system.Api.BaseAddress!),
            ("consumers", system.Consumers.Http.BaseAddress!),
            ("centraldb", system.CentralDb.Http.BaseAddress!));
        await system.Api.LinkAsync();
        using (var all = await system.Api.PostAsync(new Uri("api/garmin/sync", UriKind.Relative), content: null, Token))
        {
            all.EnsureSuccessStatusCode();
            await system.Api.EndOfJobAsync(all.Headers.Location!);
        }

        foreach (var (title, query) in Panels())
        {
            await Eventually.Is(async () => (await prometheus.AskAsync(query)).Count > 0, TimeSpan.FromSeconds(30), Token, $"the panel {title} to show something");
        }

        foreach (var query in Scalers())
        {
            (await prometheus.AskAsync(query)).Count.ShouldBe(1, $"a scaler takes one value: {query}");

            // Without what it falls back to, where there is nothing to ask about.
            var itself = query[..query.IndexOf(" or vector(0)", StringComparison.Ordinal)].Replace(" > 0", "", StringComparison.Ordinal);
            await Eventually.Is(async () => (await prometheus.AskAsync(itself)).Count == 1, TimeSpan.FromSeconds(30), Token, $"there to be what a scaler asks for: {itself}");
        }

        var alerts = await Eventually.Get(prometheus.AlertsAsync, rules => rules.Count > 0 && rules.All(rule => rule.GetProperty("health").GetString() != "unknown"), TimeSpan.FromSeconds(30), Token);
        alerts.Count.ShouldBe(14);
        var headings = File.ReadLines(Path.Combine(ServiceProgram.Checkout, "docs", "operations.md")).Where(line => line.StartsWith('#'))
            .Select(line => line.TrimStart('#', ' ').ToLowerInvariant().Replace(' ', '-')).ToHashSet(StringComparer.Ordinal);
        foreach (var alert in alerts)
        {
            alert.GetProperty("health").GetString().ShouldBe("ok", alert.GetProperty("name").GetString());
            var runbook = alert.GetProperty("annotations").GetProperty("runbook").GetString()!.Split('#');
            runbook[0].ShouldBe("docs/operations.md");
            headings.ShouldContain(runbook[1]);
        }

        var quiet = new[] { "ProcessDown", "NothingTold", "QueueNotRead", "DeadLetters", "Outage", "OutboxStands", "ProcessesLost", "ItemsGivenUp" };
        foreach (var name in quiet)
        {
            (await prometheus.AskAsync(Query(alerts, name))).ShouldBeEmpty(name);
        }

        // A poison message, Garmin away, a process that is gone.
        await using var client = await PlainClient.ConnectAsync(system.Amqp);
        await client.PublishAsync("", "sync-requested", """{"userId": [1]}"""u8.ToArray());
        await FiresAsync(prometheus, alerts, "DeadLetters", "garminsync_queue", "sync-requested_error");

        await garmin.SetFaultAsync(new { match = new { endpoint = "/*" }, kind = "Blocked" });
        using (var waits = await system.Api.PostAsJsonAsync("api/garmin/sync/activities", new { force = true }, Token))
        {
            waits.EnsureSuccessStatusCode();
        }

        await FiresAsync(prometheus, alerts, "Outage");
        await system.Consumers.KillAsync();
        await FiresAsync(prometheus, alerts, "ProcessDown", "job", "consumers");
    }

    private static Task FiresAsync(PrometheusServer prometheus, IReadOnlyList<JsonElement> alerts, string name, string? label = null, string? value = null) => Eventually.Is(
        async () => (await prometheus.AskAsync(Query(alerts, name))).Any(series => label is null || series.Labels[label] == value), TimeSpan.FromSeconds(60), Token, $"the alert {name} to be true");

    private static string Query(IReadOnlyList<JsonElement> alerts, string name) => alerts.Single(alert => alert.GetProperty("name").GetString() == name).GetProperty("query").GetString()!;

    /// <summary>What consumers are scaled by on Kubernetes.</summary>
    private static IEnumerable<string> Scalers() => KubernetesFiles.ReadFile(Path.Combine("scaling", "consumers.yaml")).Cast<ScaledObject>()
        .SelectMany(scaler => scaler.Spec.Triggers).Select(trigger => trigger.Metadata!.Query!);

    /// <summary>The queries of the panels, with Grafana's macro as it fills it in.</summary>
    private static IEnumerable<(string Title, string Query)> Panels()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Deploy, "grafana", "dashboards", "service.json")));
        return
        [
            .. dashboard.RootElement.GetProperty("panels").EnumerateArray().Where(panel => panel.TryGetProperty("targets", out _)).SelectMany(panel => panel.GetProperty("targets").EnumerateArray()
                .Select(target => (panel.GetProperty("title").GetString()!, RateInterval().Replace(target.GetProperty("expr").GetString()!, "30s")))),
        ];
    }

    [GeneratedRegex(@"\$__rate_interval", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RateInterval();
}
