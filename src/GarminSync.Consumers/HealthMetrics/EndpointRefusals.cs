using GarminConnect.Client.Health;
using GarminSync.Consumers.State;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The calls that Garmin refuses for an account, and for how long they are left out.</summary>
internal sealed class EndpointRefusals(StateDb db, OwnUnitOfWork own, TimeProvider clock, IOptions<HealthMetricOptions> options)
{
    private readonly HashSet<(string UserId, string Endpoint)> _noted = [];

    /// <summary>The refusals that still count.</summary>
    public async Task<IReadOnlyList<RefusedEndpoint>> OfAsync(string userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var all = await db.Set<RefusedEndpoint>().AsNoTracking().Where(row => row.UserId == userId).ToListAsync(cancellationToken);
        _noted.UnionWith(all.Select(row => (row.UserId, row.Endpoint)));
        return [.. all.Where(row => End(row) > now)];
    }

    /// <summary>When a refused call is asked again; UTC.</summary>
    public DateTimeOffset End(RefusedEndpoint refusal) => refusal.RefusedUntil(options.Value.AskAbsentEvery);

    /// <summary>All calls but the refused ones. With force: all.</summary>
    public async Task<IReadOnlyList<MetricEndpoint>> UsableAsync(string userId, bool force, CancellationToken cancellationToken)
    {
        var refused = await OfAsync(userId, cancellationToken);
        return force ? MetricCatalogue.Endpoints : [.. MetricCatalogue.Endpoints.Where(endpoint => !refused.Any(row => row.Endpoint == endpoint.Name))];
    }

    /// <summary>Notes that Garmin refused a call. Committed at once, because other items of the account are about to make the same call.</summary>
    public Task NoteAsync(string userId, MetricEndpoint endpoint, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Several items may meet the same refusal at once: only one that comes after the last pause makes the next one longer.
        return own.RunAsync(async store =>
        {
            await store.BeginAsync(cancellationToken);
            var (utc, none) = (now.UtcDateTime, DateTimeOffset.UnixEpoch.UtcDateTime);
            await store.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO refused_endpoint (user_id, endpoint, reason, refused_at, times) VALUES ({userId}, {endpoint.Name}, {reason}, {none}, 0)
                ON CONFLICT (user_id, endpoint) DO UPDATE SET reason = excluded.reason
                """,
                cancellationToken);
            var row = await store.Set<RefusedEndpoint>().AsNoTracking().SingleAsync(known => known.UserId == userId && known.Endpoint == endpoint.Name, cancellationToken);
            if (row.RefusedUntil(options.Value.AskAbsentEvery) <= now)
            {
                await store.Database.ExecuteSqlAsync(
                    $"UPDATE refused_endpoint SET times = {row.Times + 1}, refused_at = {utc} WHERE user_id = {userId} AND endpoint = {endpoint.Name}", cancellationToken);
            }

            await store.CommitAsync(cancellationToken);
        });
    }

    /// <summary>A call was answered: its next refusal is the first again.</summary>
    public async Task ForgetAsync(string userId, MetricEndpoint endpoint, CancellationToken cancellationToken)
    {
        if (_noted.Remove((userId, endpoint.Name)))
        {
            await own.RunAsync(store =>
                store.Set<RefusedEndpoint>().Where(row => row.UserId == userId && row.Endpoint == endpoint.Name).ExecuteDeleteAsync(cancellationToken));
        }
    }
}
