using System.Diagnostics.Metrics;
using FitTrack.Hosting.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GarminSync.Outbox;

/// <summary>Tells how many messages are committed and not delivered, and since when the oldest is. Asks nothing where nobody wants metrics.</summary>
internal sealed partial class OutboxMetrics(IServiceScopeFactory scopes, IOptions<TelemetryOptions> options, TimeProvider clock, ILogger<OutboxMetrics> logger)
    : RepeatedWork(options.Value.Interval, clock)
{
    private readonly Meter _meter = new("GarminSync.Outbox");
    private Backlog? _seen;

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

        _meter.CreateObservableGauge<long>("garminsync.outbox.messages", () => Tell(seen => (long)seen.Messages), "{message}", "Messages that are committed and not yet with the broker.");
        _meter.CreateObservableGauge<double>("garminsync.outbox.age", () => Tell(seen => seen.Age.TotalSeconds), "s", "How long the oldest of them has waited.");
        return base.ExecuteAsync(stoppingToken);
    }

    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        // What cannot be asked is not told: an old number would look like a new one.
        _seen = null;
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<OutboxDbContext>().Outbox.GroupBy(_ => 1)
            .Select(all => new { Messages = all.Count(), Oldest = all.Min(row => row.SentAt) }).SingleOrDefaultAsync(cancellationToken);
        _seen = rows is null ? new Backlog(0, TimeSpan.Zero) : new Backlog(rows.Messages, Clock.GetUtcNow() - rows.Oldest);
    }

    private IEnumerable<Measurement<T>> Tell<T>(Func<Backlog, T> value)
        where T : struct => _seen is { } seen ? [new(value(seen))] : [];

    [LoggerMessage(EventId = 260, Level = LogLevel.Warning, Message = "The outbox could not be counted for the metrics; this is tried again")]
    protected override partial void LogFailed(Exception exception);

    private sealed record Backlog(int Messages, TimeSpan Age);
}
