using System.Net;
using System.Text.Json;
using CentralDb.Client;
using GarminConnect.Client;
using GarminConnect.Client.Health;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>
/// Brings the metrics of one order from Garmin to CentralDB and into the ledger. What a call that brought nothing says is judged by what others of the account
/// bring: see docs/decisions/0009-health-metrics-in-few-requests.md.
/// </summary>
internal sealed partial class HealthMetricImporter(
    HealthCalls healthCalls,
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
        var spoken = new DeviceWord(
            await ledger.LastSpokenAsync(order.UserId, cancellationToken),
            await db.Set<GarminAccount>().Where(account => account.UserId == order.UserId).Select(account => account.UtcOffsetSeconds).SingleOrDefaultAsync(cancellationToken));
        return new HealthMetricImport(order, db, now, spoken, await ledger.TrackAsync(order.UserId, order.Order, cancellationToken));
    }

    /// <summary>Null when nothing is left to ask; what could not be read is in <see cref="HealthMetricImport.Trouble"/>. Else why the rest has to wait.</summary>
    public async Task<Trouble?> RunAsync(HealthMetricImport import, GarminSession session, CancellationToken cancellationToken)
    {
        var calls = healthCalls.Of(import.Order.UserId, session);
        var usable = await refusals.UsableAsync(import.Order.UserId, import.Order.Order.Force, cancellationToken);
        var ways = new MetricWays(import, usable);
        ways.AddAll(import.Open(), "no call of Garmin Connect that answers for it works for this account", import.InPart(usable));
        var made = 0;
        while (made < MostRequests && ways.Next() is { } request)
        {
            made++;
            if (await AskAsync(import, calls, ways, request, cancellationToken) is { } met)
            {
                return met;
            }
        }

        if (await calls.WaitsForNotThereAsync(cancellationToken) is { } waits)
        {
            return waits;
        }

        TakeNotThere(import, calls, ways);
        return ways.None ? null : new Trouble(TroubleAction.Wait, "The rest of the range follows.", clock.GetUtcNow());
    }

    /// <summary>Null: go on. Else what the account or everybody has to wait for.</summary>
    private async Task<Trouble?> AskAsync(HealthMetricImport import, AccountCalls calls, MetricWays ways, MetricRequest request, CancellationToken cancellationToken)
    {
        if (!await calls.CanAskAsync(request.Endpoint, cancellationToken))
        {
            ways.Close(request, "Garmin's profile of this account has no display name, which is part of the address");
            return null;
        }

        var name = calls.Name;
        try
        {
            var days = await calls.AskAsync(request, LogFault, cancellationToken);
            ways.Answered(request.Endpoint);
            await refusals.ForgetAsync(import.Order.UserId, request.Endpoint, cancellationToken);
            TakeNotThere(import, calls, ways);
            var open = ways.OpenOf(request);
            List<MetricDay> answered = [.. days.Where(day => open.Contains(day.Metric, day.Day) || import.Completes(request.Endpoint, day))];
            if (await new Complements(import, calls, ways, refusals).AddAsync(request.Endpoint, answered, LogFault, cancellationToken) is { } later)
            {
                return later;
            }

            await StoreAsync(import, request.Endpoint, answered, cancellationToken);
            await TakeAsync(import, answered, import.Answered(request.Endpoint, answered), cancellationToken);
            return null;
        }
        catch (GarminNotFoundException notFound) when (request.Endpoint.MaxDays == 1)
        {
            // No device yet on that day (docs/garmin-connect.md, section 6.0), if it is Garmin who says it.
            calls.HoldBack(request, notFound);
            return null;
        }
        catch (GarminException failure) when (IsOfTheCall(failure, import.Order))
        {
            if (await calls.WaitsAsync(failure, cancellationToken) is { } waits)
            {
                return waits;
            }

            TakeNotThere(import, calls, ways);
            if (failure is not GarminUnreachableException && request.Endpoint.NeedsDisplayName && await calls.IsRenamedAsync(name, cancellationToken))
            {
                ways.Again(request);
            }
            else if (failure is GarminNotFoundException or GarminRejectedException { Status: HttpStatusCode.Forbidden })
            {
                await refusals.NoteAsync(import.Order.UserId, request.Endpoint, failure.Message, cancellationToken);
                ways.Close(request, failure.Message);
            }
            else if (ways.Fail(request, failure) && failure is not GarminUnreachableException)
            {
                await refusals.NoteAsync(import.Order.UserId, request.Endpoint, failure.Message, cancellationToken);
            }

            return null;
        }
    }

    /// <summary>Whether a failure may be the fault of the call or its days. One that is no answer may be only when it comes again and again.</summary>
    internal static bool IsOfTheCall(GarminException failure, FetchHealthMetrics order) => failure switch
    {
        GarminUnreachableException unreachable => unreachable is { ConcernsTokens: false, IsNoConnection: false } && order.Failures >= MetricWays.TriesBeforeBlame,
        GarminNotFoundException or GarminRejectedException or EndpointRefusedException => true,
        _ => false,
    };

    private static void TakeNotThere(HealthMetricImport import, AccountCalls calls, MetricWays ways)
    {
        foreach (var request in calls.TakeNotThere())
        {
            var none = request.Endpoint.Metrics.Select(metric => new MetricDay(metric, request.Range.From, []));
            import.NotThere(request.Endpoint, Open(ways.OpenOf(request), none));
        }
    }

    private async Task TakeAsync(HealthMetricImport import, IReadOnlyList<MetricDay> days, IReadOnlyList<DateOnly> late, CancellationToken cancellationToken)
    {
        if (late.Count > 0)
        {
            await ledger.ReopenAsync(import.Order.UserId, late, import.Now, cancellationToken);
        }

        if (AthleteOffset.Of(days, import.Now) is { } offset)
        {
            await healthCalls.Athletes.NoteUtcOffsetAsync(import.Order.UserId, offset, cancellationToken);
        }
    }

    private static List<MetricDay> Open(OpenDays open, IEnumerable<MetricDay> days) =>
        [.. days.Where(day => open.Contains(day.Metric, day.Day))];

    private async Task StoreAsync(HealthMetricImport import, MetricEndpoint endpoint, IReadOnlyList<MetricDay> days, CancellationToken cancellationToken)
    {
        var told = days.Where(day => !import.Keeps(day)).ToList();
        foreach (var write in MetricWrite.Of(endpoint, told, day => import.IsChange(endpoint, day), mostPoints.Value.HealthMetricBatchSize))
        {
            var records = write.Days.SelectMany(day => day.Values.Select(value => ToRecord(import.Order.UserId, day, value))).ToList();
            var counts = write.Replaces is { } types
                ? await centralDb.ReplaceHealthMetricsAsync(
                    new HealthMetricRange { UserId = import.Order.UserId, MetricTypes = types, From = write.Range.From, To = write.Range.To, Metrics = records },
                    cancellationToken)
                : await centralDb.WriteHealthMetricsAsync(records, cancellationToken);
            import.Written([.. write.Days.Where(day => import.IsChange(endpoint, day))], counts);
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
