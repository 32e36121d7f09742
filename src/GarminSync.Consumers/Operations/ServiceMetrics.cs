using System.Diagnostics.Metrics;
using FitTrack.Hosting.Telemetry;
using GarminSync.Bus;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Sync;
using GarminSync.Outbox;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Operations;

/// <summary>
/// Tells what no process can count by itself: how accounts, jobs and queues are. Each consumer process asks now and then and keeps the answers, so all of them tell the
/// same, a moment old. Asks nothing where nobody wants metrics.
/// </summary>
internal sealed partial class ServiceMetrics(
    IServiceScopeFactory scopes, QueueCounter queues, IOptions<TelemetryOptions> options, TimeProvider clock, ILogger<ServiceMetrics> logger)
    : RepeatedWork(options.Value.Interval, clock)
{
    private const string Reason = "garminsync.reason";
    private const string Kind = "garminsync.kind";
    private const string Queue = "garminsync.queue";

    private readonly Meter _meter = new("GarminSync.Consumers");
    private ServiceState? _state;
    private IReadOnlyList<QueueDepth> _queues = [];

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.HasMetrics())
        {
            return Task.CompletedTask;
        }

        AccountMetrics.Begin();
        SyncMetrics.Begin(ServiceStateQueries.Kinds);
        TellAccounts();
        TellFreshness();
        TellQueues();
        return base.ExecuteAsync(stoppingToken);
    }

    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        // What cannot be asked is not told: an old number would look like a new one.
        (_state, _queues) = (null, []);
        await using var scope = scopes.CreateAsyncScope();
        _state = await scope.ServiceProvider.GetRequiredService<ServiceStateQueries>().ReadAsync(cancellationToken);
        _queues = await queues.CountAsync(LastingQueues.All.SelectMany(Three).Append(LastingQueues.DeadLetters), cancellationToken);
    }

    private static string[] Three(string queue) => [queue, LastingQueues.ErrorsOf(queue), LastingQueues.SkippedOf(queue)];

    private static Measurement<T> Tagged<T>(T value, string tag, object? of)
        where T : struct => new(value, new KeyValuePair<string, object?>(tag, of));

    private void TellAccounts()
    {
        _meter.CreateObservableGauge<long>("garminsync.accounts", () => Tell<long>(state => [new Measurement<long>(state.Accounts)]), "{account}", "Linked accounts.");
        _meter.CreateObservableGauge<long>(
            "garminsync.accounts.paused", () => Tell<long>(state => state.Paused.Select(one => Tagged(one.Value, Reason, one.Key))), "{account}", "Linked accounts for which nothing is fetched now, by reason.");
        _meter.CreateObservableGauge<long>(
            "garminsync.accounts.tokens_ending", () => Tell<long>(state => [new Measurement<long>(state.TokensEnding)]), "{account}", "Linked accounts whose tokens were not used for so long that they end within a week.");
        _meter.CreateObservableGauge<long>(
            "garminsync.jobs", () => Tell<long>(state => state.Jobs.Select(one => Tagged(one.Value, "garminsync.state", one.Key))), "{job}", "Jobs that have not ended, by state.");
    }

    private void TellFreshness()
    {
        _meter.CreateObservableGauge<double>(
            "garminsync.freshness.oldest",
            () => Tell<double>(state => state.Fresh.Select(one => Tagged(one.Oldest.TotalSeconds, Kind, one.Kind))),
            "s",
            "Since when the account with the oldest data was not synced, by kind of data.");
        _meter.CreateObservableGauge<long>(
            "garminsync.freshness.accounts",
            () => Tell<long>(state => state.Fresh.SelectMany(one => one.Within.Select(within =>
                new Measurement<long>(within.Accounts, new(Kind, one.Kind), new("garminsync.within", within.Name))))),
            "{account}",
            "Linked accounts whose data are not older than that, by kind of data.");
    }

    private void TellQueues()
    {
        _meter.CreateObservableGauge(
            "garminsync.queue.messages", () => _queues.Select(queue => Tagged<long>(queue.Messages, Queue, queue.Queue)), "{message}", "Messages that wait in a queue, dead letters among them.");
        _meter.CreateObservableGauge(
            "garminsync.queue.consumers",
            () => _queues.Where(queue => LastingQueues.All.Contains(queue.Queue)).Select(queue => Tagged<long>(queue.Consumers, Queue, queue.Queue)),
            "{consumer}",
            "Processes that read a queue.");
    }

    private IEnumerable<Measurement<T>> Tell<T>(Func<ServiceState, IEnumerable<Measurement<T>>> values)
        where T : struct => _state is { } state ? values(state) : [];

    [LoggerMessage(265, LogLevel.Warning, "What metrics tell of accounts, jobs and queues could not be read; this is tried again")]
    protected override partial void LogFailed(Exception exception);
}
