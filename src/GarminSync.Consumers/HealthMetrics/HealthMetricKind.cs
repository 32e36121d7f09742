using System.Text.Json;
using GarminConnect.Client;
using GarminConnect.Client.Health;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Health metrics, as a kind of data that jobs synchronise.</summary>
internal sealed class HealthMetricKind(HealthMetricPlanner planner) : ISyncKind
{
    public string Kind => SyncKinds.Health;

    public bool AsksByDay => true;

    public KindInclusion InclusionIn(SyncRequested request) => KindInclusion.ByDefault;

    public void Check(SyncRequested request, bool wanted, ICollection<string> problems)
    {
        if (request.Detail is not (null or SyncDetails.Summary or SyncDetails.Intraday))
        {
            problems.Add($"detail is '{request.Detail}'; known are {SyncDetails.Summary}, {SyncDetails.Intraday}");
        }

        var unknown = (request.Metrics ?? []).Where(name => !MetricSelection.Knows(name)).ToList();
        if (unknown.Count > 0)
        {
            problems.Add($"metrics has '{string.Join("', '", unknown)}'; known are {string.Join(", ", MetricCatalogue.Metrics.Select(metric => metric.Name))}");
        }
    }

    public Task<SyncRefused?> CheckAsync(string userId, SyncScope scope, CancellationToken cancellationToken) => Task.FromResult<SyncRefused?>(null);

    public Task<SyncPlan> PlanAsync(GarminSession session, string userId, SyncScope scope, CancellationToken cancellationToken) =>
        planner.PlanAsync(session, userId, scope, cancellationToken);

    public object OrderFor(SyncJob job, WorkItem item) => new FetchHealthMetrics
    {
        JobId = job.CorrelationId,
        ItemId = item.Id,
        Attempt = item.Attempts,
        UserId = job.UserId,
        InFlight = job.InFlight,
        Failures = item.Failures,
        Order = JsonSerializer.Deserialize<HealthMetricOrder>(item.Order)!,
    };

    /// <summary>Null: the job and <see cref="Coverage"/> tell it.</summary>
    public object? FailureOf(SyncJob job, WorkItem item) => null;
}
