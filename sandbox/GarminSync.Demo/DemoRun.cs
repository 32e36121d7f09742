using System.Text.Json;
using System.Text.Json.Nodes;
using FitTrack.Hosting;
using GarminConnect.Simulator;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Spectre.Console;

namespace GarminSync.Demo;

/// <summary>Does, over HTTP, what the README tells a person to do: links the demo athlete, syncs, and shows what came. When that fails, it says why and ends the process.</summary>
internal sealed class DemoRun(
    IServer server, IConfiguration configuration, GarminSimulator garmin, IHostApplicationLifetime lifetime, TimeProvider clock) : BackgroundService
{
    private const string UserName = "athlete@example.com";
    private const string Password = "correct horse battery staple";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        // Cancelled before the server stops listening, which the token above is only after it.
        var ending = lifetime.ApplicationStopping;
        try
        {
            await RunAsync(ending);
        }
        catch (Exception) when (ending.IsCancellationRequested)
        {
            // Ctrl+C: the job goes on at the next start.
        }
        catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException or JsonException or OperationCanceledException)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]The demo stopped:[/] {exception.Message}");
            AnsiConsole.MarkupLineInterpolated($"The log is in {DataFolder.Get(configuration)}.");
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        using var gateway = new HttpClient { BaseAddress = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        using var centralDb = new HttpClient { BaseAddress = new Uri(configuration["CentralDb:Url"]!) };

        AnsiConsole.MarkupLineInterpolated($"Linking [bold]{UserName}[/] …");
        var userId = await LinkAsync(gateway, cancellationToken);
        var job = await gateway.PostAsJsonAsync("/api/garmin/sync", new { user_id = userId }, cancellationToken).EnsureAsync(cancellationToken);
        job = await WatchAsync(gateway, job["job_id"]!.GetValue<string>(), cancellationToken);

        var counts = job["counts"]!["activities"]!;
        AnsiConsole.MarkupLineInterpolated(
            $"The job is {job["state"]}: {counts["done"]} activities fetched, {counts["unchanged"]} unchanged, {counts["failed"]} failed, and a month of health metrics, with {job["garmin_requests"]} requests to Garmin.");
        var stored = new StoredData(centralDb, userId, clock);
        await stored.ShowActivitiesAsync(cancellationToken);
        await stored.ShowHealthAsync(cancellationToken);

        AnsiConsole.MarkupLineInterpolated($"""

            All of it stays up until you press Ctrl+C:
              page       [bold]{gateway.BaseAddress}[/] (the calls: {gateway.BaseAddress}docs)
              CentralDB  [bold]{centralDb.BaseAddress}docs[/]
              Garmin     [bold]{garmin.BaseAddress}[/] (see sandbox/GarminConnect.Simulator/README.md)
              data       {DataFolder.Get(configuration)} (delete the folder to start anew)
            """);
    }

    // More accounts may be linked by now, so every call has to say whose it is.
    private static async Task<string> LinkAsync(HttpClient gateway, CancellationToken cancellationToken)
    {
        using var linked = await gateway.PostAsJsonAsync("/api/garmin/login", new { username = UserName, password = Password }, cancellationToken);
        await linked.EnsureAsync(cancellationToken);
        return linked.Content.Headers.ContentLocation!.OriginalString.Split('/')[^1];
    }

    private async Task<JsonNode> WatchAsync(HttpClient gateway, string jobId, CancellationToken cancellationToken) => await AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
        .StartAsync(async progress =>
        {
            var bar = progress.AddTask("Syncing activities and health metrics");
            while (true)
            {
                var job = await gateway.GetAsync(new Uri($"/api/garmin/sync/jobs/{jobId}", UriKind.Relative), cancellationToken).EnsureAsync(cancellationToken);
                bar.Value = job["progress"]!.GetValue<double>() * bar.MaxValue;
                if (job["end_time"] is not null)
                {
                    bar.StopTask();
                    return job;
                }

                await Task.Delay(LookEvery, clock, cancellationToken);
            }
        });
}
