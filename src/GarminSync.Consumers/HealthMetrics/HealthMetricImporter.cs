using System.Net;
using System.Text.Json;
using CentralDb.Client;
using GarminConnect.Client;
using GarminConnect.Client.Health;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>
/// Brings the metrics of one order from Garmin to CentralDB and into the ledger. What a call that brought nothing says is judged by what others of the account
/// bring: see docs/decisions/0009-health-metrics-in-few-requests.md.
/// </summary>
internal sealed partial class HealthMetricImporter(
    GarminHealth garmin,
    AthleteProfiles athletes,
    CentralDbClient centralDb,
    MetricLedger ledger,
    EndpointRefusals refusals,
    StateDb db,
    TimeProvider clock,
    IOptions<CentralDbOptions> mostPoints,
    ILogger<HealthMetricImporter> logger)
{
    // At two requests a second well within the lease of a work item. The rest follows with the next order.
    private const int MostRequests = 60;

    public async Task<HealthMetricImport> BeginAsync(FetchHealthMetrics order, CancellationToken cancellationToken)
    {
        // The clock of the process that planned may be ahead; answers must still count as later than the plan.
        var now = clock.GetUtcNow() is var own && own < order.Order.PlannedAt ? order.Order.PlannedAt : own;
        var lastSpoken = await ledger.LastSpokenAsync(order.UserId, cancellationToken);
        return new HealthMetricImport(order, db, now, lastSpoken, await ledger.TrackAsync(order.UserId, order.Order, cancellationToken));
    }

    /// <summary>Null when nothing is left to ask; what could not be read is in <see cref="HealthMetricImport.Trouble"/>. Else why the rest has to wait.</summary>
    public async Task<Trouble?> RunAsync(HealthMetricImport import, GarminSession session, CancellationToken cancellationToken)
    {
        var calls = new AccountCalls(garmin, athletes, import.Order.UserId, session);
        var ways = new MetricWays(import, await refusals.UsableAsync(import.Order.UserId, import.Order.Order.Force, cancellationToken));
        ways.AddAll(import.Open(), "no call of Garmin Connect that answers for it works for this account");
        for (var made = 0; ways.Next() is { } request; made++)
        {
            if (made == MostRequests)
            {
                return new Trouble(TroubleAction.Wait, "The rest of the range follows.", clock.GetUtcNow());
            }

            await AskAsync(import, calls, ways, request, cancellationToken);
        }

        return null;
    }

    private async Task AskAsync(HealthMetricImport import, AccountCalls calls, MetricWays ways, MetricRequest request, CancellationToken cancellationToken)
    {
        if (!await calls.CanAskAsync(request.Endpoint, cancellationToken))
        {
            ways.Close(request, "Garmin's profile of this account has no display name, which is part of the address");
            return;
        }

        var name = calls.Name;
        try
        {
            var days = await calls.AskAsync(request, LogFault, cancellationToken);
            ways.Answered(request.Endpoint);
            await refusals.ForgetAsync(import.Order.UserId, request.Endpoint, cancellationToken);
            var answered = Open(ways.OpenOf(request), days);
            await StoreAsync(import, request.Endpoint, answered, cancellationToken);
            await TakeAsync(import, answered, cancellationToken);
        }
        catch (GarminNotFoundException) when (request.Endpoint.MaxDays == 1)
        {
            // No device yet on that day (docs/garmin-connect.md, section 6.0), if it is Garmin who says it.
            await calls.ProveAsync(cancellationToken);
            var none = request.Endpoint.Metrics.Select(metric => new MetricDay(metric, request.Range.From, []));
            await TakeAsync(import, Open(ways.OpenOf(request), none), cancellationToken);
        }
        catch (GarminException refusal) when (refusal is GarminNotFoundException or GarminRejectedException { Status: HttpStatusCode.Forbidden })
        {
            await calls.ProveAsync(cancellationToken);
            if (request.Endpoint.NeedsDisplayName && await calls.IsRenamedAsync(name, cancellationToken))
            {
                ways.Again(request);
                return;
            }

            await refusals.NoteAsync(import.Order.UserId, request.Endpoint, refusal.Message, cancellationToken);
            ways.Close(request, refusal.Message);
        }
        catch (GarminException refusal) when (refusal is GarminRejectedException or EndpointRefusedException)
        {
            if (request.Endpoint.NeedsDisplayName && await calls.IsRenamedAsync(name, cancellationToken))
            {
                ways.Again(request);
                return;
            }

            if (ways.Fail(request, refusal))
            {
                await calls.ProveAsync(cancellationToken);
                await refusals.NoteAsync(import.Order.UserId, request.Endpoint, refusal.Message, cancellationToken);
            }
        }
        catch (GarminUnreachableException failure) when (import.Order.Attempt > MetricWays.TriesBeforeBlame)
        {
            // It fails again and again: when other calls of the account do not, it is not an outage.
            await calls.ProveAsync(cancellationToken);
            ways.Fail(request, failure);
        }
    }

    private async Task TakeAsync(HealthMetricImport import, IReadOnlyList<MetricDay> days, CancellationToken cancellationToken)
    {
        if (import.Answered(days) is { Count: > 0 } late)
        {
            await ledger.ReopenAsync(import.Order.UserId, late, import.Now, cancellationToken);
        }

        if (AthleteOffset.Of(days) is { } offset)
        {
            await athletes.NoteUtcOffsetAsync(import.Order.UserId, offset, cancellationToken);
        }
    }

    private static List<MetricDay> Open(OpenDays open, IEnumerable<MetricDay> days) =>
        [.. days.Where(day => open.Within(day.Metric, new DayRange(day.Day, day.Day)).Count > 0)];

    private async Task StoreAsync(HealthMetricImport import, MetricEndpoint endpoint, IReadOnlyList<MetricDay> days, CancellationToken cancellationToken)
    {
        foreach (var write in MetricWrite.Of(endpoint, days, import.IsChange, mostPoints.Value.HealthMetricBatchSize))
        {
            var records = write.Days.SelectMany(day => day.Values.Select(value => ToRecord(import.Order.UserId, day, value))).ToList();
            var counts = write.Replaces is { } types
                ? await centralDb.ReplaceHealthMetricsAsync(
                    new HealthMetricRange { UserId = import.Order.UserId, MetricTypes = types, From = write.Range.From, To = write.Range.To, Metrics = records },
                    cancellationToken)
                : await centralDb.WriteHealthMetricsAsync(records, cancellationToken);
            import.Written([.. write.Days.Where(import.IsChange)], counts);
        }
    }

    private static HealthMetric ToRecord(string userId, MetricDay day, MetricValue value) => new()
    {
        UserId = userId,
        MetricType = value.Type.Name,
        Timestamp = value.Timestamp,
        Date = value.Timestamp is null ? day.Day : null,
        Value = value.Value,
        Unit = value.Type.Unit,
        Details = value.Details is { } details ? JsonSerializer.SerializeToElement(details) : null,
        Source = "garmin",
    };

    [LoggerMessage(3302, LogLevel.Error, "Metric {Metric} could not be read from Garmin's answer; the other metrics of the answer could")]
    private partial void LogFault(string metric, Exception exception);
}
