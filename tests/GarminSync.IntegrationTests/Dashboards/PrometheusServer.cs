using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using GarminSync.Testing;
using Xunit;

namespace GarminSync.IntegrationTests.Dashboards;

/// <summary>A real Prometheus that scrapes a running service each second, with the rules that are delivered.</summary>
internal sealed class PrometheusServer : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/prometheus", "/usr/local/bin/prometheus"];

    private readonly DirectoryInfo _folder;
    private readonly Process _process;
    private readonly HttpClient _http;

    private PrometheusServer(DirectoryInfo folder, Process process, HttpClient http) => (_folder, _process, _http) = (folder, process, http);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="rules">The file of the rules.</param>
    /// <param name="jobs">Names of what is scraped, as in <c>deploy/prometheus/prometheus.yml</c>, with the address of each.</param>
    public static async Task<PrometheusServer> StartAsync(string rules, params (string Job, Uri Address)[] jobs)
    {
        var program = Places.FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "Needs Prometheus (apt-get install prometheus).");
        var folder = Directory.CreateTempSubdirectory("garminsync-prometheus-");
        var config = Path.Combine(folder.FullName, "prometheus.yml");
        await File.WriteAllTextAsync(
            config,
            $"""
            global: {"{"} scrape_interval: 1s, evaluation_interval: 1s {"}"}
            rule_files: ["{rules}"]
            scrape_configs:
            {string.Join('\n', jobs.Select(job => $"  - {{ job_name: {job.Job}, static_configs: [{{ targets: ['{job.Address.Authority}'] }}] }}"))}
            """,
            Token);
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var start = new ProcessStartInfo(program!, [$"--config.file={config}", $"--storage.tsdb.path={Path.Combine(folder.FullName, "data")}", $"--web.listen-address={address.Authority}", "--log.level=error"])
        {
            UseShellExecute = false,
        };
        var server = new PrometheusServer(folder, Process.Start(start)!, new HttpClient { BaseAddress = address });
        await Eventually.Is(server.IsReadyAsync, TimeSpan.FromSeconds(30), Token);
        return server;
    }

    /// <summary>What a query answers now: for each series its labels and its value as text.</summary>
    public async Task<IReadOnlyList<(IReadOnlyDictionary<string, string> Labels, string Value)>> AskAsync(string query)
    {
        using var answer = await _http.GetAsync(new Uri($"api/v1/query?query={Uri.EscapeDataString(query)}", UriKind.Relative), Token);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        if (body.GetProperty("status").GetString() != "success")
        {
            throw new InvalidOperationException($"Prometheus refuses {query}: {body.GetProperty("error").GetString()}");
        }

        return
        [
            .. body.GetProperty("data").GetProperty("result").EnumerateArray().Select(series => (
                (IReadOnlyDictionary<string, string>)series.GetProperty("metric").EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!, StringComparer.Ordinal),
                series.GetProperty("value")[1].GetString()!)),
        ];
    }

    /// <summary>The rules of alerts, as Prometheus has read them.</summary>
    public async Task<IReadOnlyList<JsonElement>> AlertsAsync()
    {
        var rules = await _http.GetFromJsonAsync<JsonElement>("api/v1/rules", Token);
        return [.. rules.GetProperty("data").GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("rules").EnumerateArray())];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> IsReadyAsync()
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"Prometheus ended with {_process.ExitCode}.");
        }

        try
        {
            using var answer = await _http.GetAsync(new Uri("-/ready", UriKind.Relative), Token);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // it does not listen yet
        }
    }
}
