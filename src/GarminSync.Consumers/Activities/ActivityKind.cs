using System.Text.Json;
using GarminConnect.Client;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;

namespace GarminSync.Consumers.Activities;

/// <summary>Activities, as a kind of data that jobs synchronise.</summary>
internal sealed class ActivityKind(ActivityPlanner planner, ActivityLedger ledger) : ISyncKind
{
    private static readonly string[] AllFormats = [ActivityFileFormats.Original, ActivityFileFormats.Tcx, ActivityFileFormats.Gpx];

    public string Kind => SyncKinds.Activities;

    public KindInclusion InclusionIn(SyncRequested request) => KindInclusion.ByDefault;

    public void Check(SyncRequested request, bool wanted, ICollection<string> problems)
    {
        var unknown = (request.Formats ?? []).Except(AllFormats).ToList();
        if (unknown.Count > 0)
        {
            problems.Add($"formats has '{string.Join("', '", unknown)}'; known are {string.Join(", ", AllFormats)}");
        }
    }

    public Task<SyncRefused?> CheckAsync(string userId, SyncScope scope, CancellationToken cancellationToken) => Task.FromResult<SyncRefused?>(null);

    public Task<DateOnly?> FirstDayAsync(string userId, CancellationToken cancellationToken) => ledger.FirstDayAsync(userId, cancellationToken);

    public Task<SyncPlan> PlanAsync(GarminSession session, string userId, SyncScope scope, CancellationToken cancellationToken) =>
        planner.PlanAsync(session, userId, scope, cancellationToken);

    public object OrderFor(SyncJob job, WorkItem item) => new FetchActivity
    {
        JobId = job.CorrelationId,
        ItemId = item.Id,
        Attempt = item.Attempts,
        Failures = item.Failures,
        UserId = job.UserId,
        InFlight = job.InFlight,
        Order = JsonSerializer.Deserialize<ActivityOrder>(item.Order)!,
    };

    public Task GiveUpAsync(SyncJob job, WorkItem item, CancellationToken cancellationToken) => ledger.GiveUpAsync(job.UserId, item, cancellationToken);

    public object FailureOf(SyncJob job, WorkItem item) => new ActivitySyncFailed
    {
        UserId = job.UserId,
        GarminActivityId = long.Parse(item.Key),
        Reason = item.Reason!,
        Attempts = item.Failures + item.Losses,
        JobId = job.CorrelationId,
    };
}
