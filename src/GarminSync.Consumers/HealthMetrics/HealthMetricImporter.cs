using System.Text.Json;
using CentralDb.Client;
using GarminConnect.Client;
using GarminConnect.Client.Health;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>
/// Brings the metrics of one order from Garmin to CentralDB and into the ledger. When Garmin refuses an endpoint, that is noted, and other endpoints are asked
/// for the same days.
/// </summary>
internal sealed partial class HealthMetricImporter(
    GarminHealth garmin, AthleteProfiles athletes, CentralDbClient centralDb, MetricLedger ledger, StateDb db, TimeProvider clock, ILogger<HealthMetricImporter> logger)
{
    // At two requests a second well within the lease of a work item. The rest follows with the next order.
    private const int MostRequests = 60;

    // No known limit of Garmin's is lower.
    private const int AcceptedByAll = 28;

    public async Task<HealthMetricImport> BeginAsync(FetchHealthMetrics order, CancellationToken cancellationToken)
    {
        // The clock of the process that planned may be ahead; answers must still count as later than the plan.
        var now = clock.GetUtcNow() is var own && own < order.Order.PlannedAt ? order.Order.PlannedAt : own;
        return new HealthMetricImport(order, db, now, await ledger.TrackAsync(order.UserId, order.Order, cancellationToken));
    }

    /// <summary>Null when nothing is left to ask; what could not be read is in <see cref="HealthMetricImport.Trouble"/>. Else why the rest has to wait.</summary>
    public async Task<Trouble?> RunAsync(HealthMetricImport import, GarminSession session, CancellationToken cancellationToken)
    {
        var usable = (await ledger.UsableEndpointsAsync(import.Order.UserId, cancellationToken)).ToList();
        var displayName = await athletes.DisplayNameAsync(import.Order.UserId, session, cancellationToken);
        var requests = new Queue<MetricRequest>();
        AddAll(import, import.Open(), usable, requests, "no call of Garmin Connect that answers for it works for this account");

        for (var made = 0; requests.TryDequeue(out var request); made++)
        {
            if (made == MostRequests)
            {
                return new Trouble(TroubleAction.Wait, "The rest of the range follows.", clock.GetUtcNow());
            }

            try
            {
                await AskAsync(import, session, displayName, request, cancellationToken);
            }
            catch (GarminRejectedException rejected) when (rejected.Status == System.Net.HttpStatusCode.BadRequest && request.Range.Length > AcceptedByAll)
            {
                foreach (var part in Parts(request))
                {
                    requests.Enqueue(part);
                }
            }
            catch (Exception refusal) when (refusal is GarminRejectedException or GarminNotFoundException or EndpointRefusedException)
            {
                await ledger.RefuseAsync(import.Order.UserId, request.Endpoint, refusal.Message, cancellationToken);
                usable.RemoveAll(endpoint => endpoint.Name == request.Endpoint.Name);
                AddAll(import, OpenOf(import, request), usable, requests, refusal.Message);
            }
        }

        return null;
    }

    private async Task AskAsync(HealthMetricImport import, GarminSession session, string displayName, MetricRequest request, CancellationToken cancellationToken)
    {
        var answered = await garmin.AskAsync(session, request.Endpoint, displayName, request.Range, LogFault, cancellationToken);
        var open = OpenOf(import, request);
        var days = answered.Where(day => open.Within(day.Metric, new DayRange(day.Day, day.Day)).Count > 0).ToList();
        await StoreAsync(import, [.. days.Where(import.IsChange)], cancellationToken);
        foreach (var day in days)
        {
            import.Answered(day);
        }

        if (AthleteOffset.Of(days) is { } offset)
        {
            await athletes.NoteUtcOffsetAsync(import.Order.UserId, offset, cancellationToken);
        }
    }

    private async Task StoreAsync(HealthMetricImport import, IReadOnlyList<MetricDay> changed, CancellationToken cancellationToken)
    {
        if (changed.Count > 0)
        {
            var counts = await centralDb.WriteHealthMetricsAsync([.. changed.SelectMany(day => day.Values.Select(value => ToRecord(import.Order.UserId, day, value)))], cancellationToken);
            import.Written(changed, counts);
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

    private static OpenDays OpenOf(HealthMetricImport import, MetricRequest request)
    {
        var all = import.Open();
        var open = new OpenDays();
        foreach (var metric in request.Metrics)
        {
            foreach (var day in all.Within(metric, request.Range))
            {
                open.Add(metric, day);
            }
        }

        return open;
    }

    // Days that no endpoint is left for fail with the last reason.
    private static void AddAll(HealthMetricImport import, OpenDays open, IReadOnlyCollection<MetricEndpoint> usable, Queue<MetricRequest> requests, string reason)
    {
        foreach (var request in RequestCover.Take(open, usable))
        {
            requests.Enqueue(request);
        }

        var range = new DayRange(import.Order.Order.From, import.Order.Order.To);
        foreach (var metric in MetricCatalogue.Metrics.Where(open.Has))
        {
            import.Fail(metric, open.Within(metric, range), reason);
        }
    }

    private static IEnumerable<MetricRequest> Parts(MetricRequest request) =>
        request.Range.Days.Chunk(AcceptedByAll).Select(days => request with { Range = new DayRange(days[0], days[^1]) });

    [LoggerMessage(3302, LogLevel.Error, "Metric {Metric} could not be read from Garmin's answer; the other metrics of the answer could")]
    private partial void LogFault(string metric, Exception exception);
}
