using System.Globalization;
using System.Text.Json.Nodes;
using CentralDb.Client;
using FitTrack.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace GarminSync.Standalone.Demo;

/// <summary>Does, over HTTP, what the README tells a person to do: links the demo athlete, syncs, and shows what came.</summary>
internal sealed class DemoRun(
    IServer server, IConfiguration configuration, IOptions<CentralDbOptions> centralDb, IHostApplicationLifetime lifetime, TimeProvider clock) : BackgroundService
{
    private const string UserName = "athlete@example.com";
    private const string Password = "correct horse battery staple";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        using var http = new HttpClient { BaseAddress = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        try
        {
            await RunAsync(http, stoppingToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]The demo stopped:[/] {exception.Message}");
            AnsiConsole.MarkupLineInterpolated($"The log is in {DataFolder.Get(configuration)}.");
        }
    }

    private async Task RunAsync(HttpClient http, CancellationToken cancellationToken)
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]FitTrack GarminSync[/] demo: gateway, consumers, CentralDB and a simulated Garmin Connect, all in this process.");
        AnsiConsole.MarkupLineInterpolated($"Linking [bold]{UserName}[/] …");
        await EnsureAsync(http.PostAsJsonAsync("/api/garmin/login", new { username = UserName, password = Password }, cancellationToken), cancellationToken);

        var job = await EnsureAsync(http.PostAsJsonAsync("/api/garmin/sync", new { }, cancellationToken), cancellationToken);
        job = await WatchAsync(http, job["job_id"]!.GetValue<string>(), cancellationToken);
        await ShowAsync(job, cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"""

            The gateway stays up at [bold]{http.BaseAddress}[/] (try it at {http.BaseAddress}docs); CentralDB at {centralDb.Value.Url}.
            Everything is in {DataFolder.Get(configuration)}; delete that folder to start anew. Stop with Ctrl+C.
            """);
    }

    private async Task<JsonNode> WatchAsync(HttpClient http, string jobId, CancellationToken cancellationToken) => await AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
        .StartAsync(async progress =>
        {
            var bar = progress.AddTask("Syncing activities and health metrics");
            while (true)
            {
                var job = await EnsureAsync(http.GetAsync(new Uri($"/api/garmin/sync/jobs/{jobId}", UriKind.Relative), cancellationToken), cancellationToken);
                bar.Value = job["progress"]!.GetValue<double>() * bar.MaxValue;
                if (job["end_time"] is not null)
                {
                    bar.StopTask();
                    return job;
                }

                await Task.Delay(LookEvery, clock, cancellationToken);
            }
        });

    private async Task ShowAsync(JsonNode job, CancellationToken cancellationToken)
    {
        var counts = job["counts"]!["activities"]!;
        AnsiConsole.MarkupLineInterpolated(
            $"The job is {job["state"]}: {counts["done"]} activities fetched, {counts["unchanged"]} unchanged, {counts["failed"]} failed, and a month of health metrics, with {job["garmin_requests"]} requests to Garmin.");
        using var http = new HttpClient { BaseAddress = centralDb.Value.Url };
        await ShowActivitiesAsync(http, job, cancellationToken);
        await ShowHealthAsync(http, job, cancellationToken);
    }

    private static async Task ShowActivitiesAsync(HttpClient http, JsonNode job, CancellationToken cancellationToken)
    {
        var newest = await EnsureAsync(
            http.GetAsync(new Uri($"/activities/{job["user_id"]}?limit=5", UriKind.Relative), cancellationToken), cancellationToken);

        var table = new Table().Title("The newest activities in CentralDB");
        table.AddColumn("Start (UTC)", column => column.NoWrap()).AddColumn("Type", column => column.NoWrap()).AddColumns("Name", "km", "min", "File", "kB");
        foreach (var activity in newest["items"]?.AsArray() ?? [])
        {
            table.AddRow(new[]
            {
                $"{activity!["start_time"]?.GetValue<DateTimeOffset>():yyyy-MM-dd HH:mm}",
                $"{activity["activity_type"]}",
                $"{activity["name"]}",
                $"{activity["distance_meters"]?.GetValue<double>() / 1000:0.0}",
                $"{activity["duration_seconds"]?.GetValue<double>() / 60:0}",
                $"{activity["file_format"]}",
                $"{activity["file_size"]?.GetValue<long>() / 1000.0:0}",
            }.Select(Markup.Escape).ToArray());
        }

        AnsiConsole.Write(table);
    }

    private async Task ShowHealthAsync(HttpClient http, JsonNode job, CancellationToken cancellationToken)
    {
        // Short labels: the names would be cut in a terminal of 80 columns.
        (string Label, string Type)[] columns =
        [
            ("Steps", "steps"), ("Rest HR", "resting_heart_rate"), ("Sleep", "sleep_score"), ("HRV", "hrv_last_night_average"),
            ("Battery", "body_battery_highest"), ("Ready", "training_readiness"),
        ];
        var since = clock.GetUtcNow().AddDays(-5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var stored = await EnsureAsync(
            http.GetAsync(new Uri($"/health_metrics?user_id={job["user_id"]}&from={since}&limit=10000", UriKind.Relative), cancellationToken), cancellationToken);

        var table = new Table().Title("The last days' health metrics in CentralDB").AddColumns(["Day", .. columns.Select(column => column.Label)]);
        foreach (var day in stored["items"]!.AsArray().Where(metric => metric!["date"] is not null).GroupBy(metric => $"{metric!["date"]}", StringComparer.Ordinal).Reverse())
        {
            table.AddRow([day.Key, .. columns.Select(column => Markup.Escape($"{day.FirstOrDefault(metric => $"{metric!["metric_type"]}" == column.Type)?["value"]}"))]);
        }

        AnsiConsole.Write(table);
    }

    private static async Task<JsonNode> EnsureAsync(Task<HttpResponseMessage> call, CancellationToken cancellationToken)
    {
        using var answer = await call;
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(body)!
            : throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri!.AbsolutePath} answered {(int)answer.StatusCode}: {body}");
    }
}
