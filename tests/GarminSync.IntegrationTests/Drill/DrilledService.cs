using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Dashboards;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Drill;

/// <summary>A service with one account, with CentralDB behind TLS, and a Prometheus that watches it: what operators have.</summary>
internal sealed partial class DrilledService : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo _trust;
    private readonly PrometheusServer _prometheus;
    private IReadOnlyList<JsonElement> _alerts = [];

    private DrilledService(GarminSimulator garmin, DeployedSystem system, TlsRelay centralDbProxy, PrometheusServer prometheus, DirectoryInfo trust) =>
        (Garmin, System, CentralDbProxy, _prometheus, _trust) = (garmin, system, centralDbProxy, prometheus, trust);

    public GarminSimulator Garmin { get; }

    public DeployedSystem System { get; }

    /// <summary>What gateway and consumers reach CentralDB by.</summary>
    public TlsRelay CentralDbProxy { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<DrilledService> StartAsync(RabbitMqBroker broker)
    {
        var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 3 });
        var trust = Directory.CreateTempSubdirectory("garminsync-trust-");
        var authority = Path.Combine(trust.FullName, "authority.pem");
        TlsRelay? proxy = null;
        var system = await DeployedSystem.StartAsync(
            (await broker.CreateVirtualHostAsync()).Amqp,
            new Dictionary<string, string?>(RunningSystem.Settings(garmin), StringComparer.Ordinal)
            {
                ["Telemetry:Prometheus"] = "true",
                ["Telemetry:Interval"] = "00:00:01",
                ["Sync:LongestBackOff"] = "00:00:01",
                ["Garmin:RetryDelay"] = "00:00:00.020",
                ["SSL_CERT_FILE"] = authority,
            },
            centralDbSeenAs: address => (proxy = TlsRelay.Start(address, authority)).Address);
        var prometheus = await PrometheusServer.StartAsync(
            Path.Combine(ServiceProgram.Checkout, "deploy", "prometheus", "alerts.yml"),
            ("gateway", system.Api.BaseAddress!), ("consumers", system.Consumers.Http.BaseAddress!), ("centraldb", system.CentralDb.Http.BaseAddress!));
        var service = new DrilledService(garmin, system, proxy!, prometheus, trust);
        service._alerts = await Eventually.Get(prometheus.AlertsAsync, rules => rules.Count > 0, Patience, Token);
        await system.Api.LinkAsync();
        await service.SyncsAsync();
        return service;
    }

    /// <summary>Asks for a sync that fetches everything anew, and does not wait for its end.</summary>
    public Task<Uri> AskForSyncAsync() => System.Api.StartSyncAsync(new { force = true });

    /// <summary>That a job goes to its end, and that nothing of it failed.</summary>
    public async Task CompletesAsync(Uri job)
    {
        var ended = await Eventually.Get(
            () => System.Api.GetFromJsonAsync<JsonElement>(job, Token), seen => seen.GetProperty("end_time").ValueKind != JsonValueKind.Null, Patience, Token);
        (ended.GetProperty("state").GetString(), ended.GetProperty("failures").GetArrayLength()).ShouldBe(("completed", 0), ended.ToString());
    }

    /// <summary>That a sync works.</summary>
    public async Task SyncsAsync() => await CompletesAsync(await AskForSyncAsync());

    /// <summary>That an alert comes true.</summary>
    /// <param name="alert">Its name.</param>
    /// <param name="of">A label and its value, of what it comes true.</param>
    public Task FiresAsync(string alert, params (string Label, string Value)[] of) =>
        Eventually.Is(() => IsTrueAsync(alert, of), Patience, Token, $"the alert {alert} to be true");

    /// <summary>That an alert is not true any more.</summary>
    public Task EndsAsync(string alert, params (string Label, string Value)[] of) =>
        Eventually.Is(async () => !await IsTrueAsync(alert, of), Patience, Token, $"the alert {alert} to end");

    /// <summary>That the page for operators says something, once it does.</summary>
    public Task PageSaysAsync(params string[] words) => Eventually.Get(
        PageAsync, page => words.All(word => page.Contains(word, StringComparison.Ordinal)), Patience, Token, what: $"the page to say {string.Join(" and ", words)}");

    /// <summary>That the runbook of an alert names what mends it.</summary>
    public void RunbookSays(string alert, params string[] words)
    {
        var runbook = Rule(alert).GetProperty("annotations").GetProperty("runbook").GetString()!.Split('#');
        var section = Section(File.ReadAllText(Path.Combine(ServiceProgram.Checkout, runbook[0])), runbook[1]);
        foreach (var word in words)
        {
            section.ShouldContain(word, customMessage: $"the runbook of {alert}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _prometheus.DisposeAsync();
        await System.DisposeAsync();
        await CentralDbProxy.DisposeAsync();
        await Garmin.DisposeAsync();
        _trust.Delete(recursive: true);
    }

    private async Task<bool> IsTrueAsync(string alert, (string Label, string Value)[] of)
    {
        var found = await _prometheus.AskAsync(Rule(alert).GetProperty("query").GetString()!);
        return found.Any(series => of.All(one => series.Labels.TryGetValue(one.Label, out var value) && value == one.Value));
    }

    private JsonElement Rule(string alert) => _alerts.Single(rule => rule.GetProperty("name").GetString() == alert);

    // The text of the page, as it comes from the server.
    private async Task<string> PageAsync() => WebUtility.HtmlDecode(Tag().Replace(await System.Api.GetStringAsync(new Uri("operate", UriKind.Relative), Token), " "));

    private static string Section(string document, string anchor)
    {
        var parts = Heading().Split(document);
        return parts.Single(part => part.Split('\n')[0].Trim().ToLowerInvariant().Replace(' ', '-') == anchor);
    }

    [GeneratedRegex(@"(<[^>]+>|\s)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("^#+ ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
