using System.Text.Json;
using GarminConnect.Client;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;

namespace GarminSync.Consumers.Tests.Sync.AddedKind;

/// <summary>Shoes, as a kind of data that jobs synchronise.</summary>
internal sealed class ShoeKind(Shoes shoes) : ISyncKind
{
    public const string Name = "shoes";

    public string Kind => Name;

    public KindInclusion InclusionIn(SyncRequested request) => KindInclusion.OnlyWhenNamed;

    public void Check(SyncRequested request, bool wanted, ICollection<string> problems)
    {
        if (wanted && request.StartDate is not null)
        {
            problems.Add("shoes have no days");
        }
    }

    public Task<SyncRefused?> CheckAsync(string userId, SyncScope scope, CancellationToken cancellationToken) => Task.FromResult<SyncRefused?>(null);

    public Task<SyncPlan> PlanAsync(GarminSession session, string userId, SyncScope scope, CancellationToken cancellationToken) =>
        shoes.NotListed is { } failure ? Task.FromException<SyncPlan>(failure) : Task.FromResult(new SyncPlan([.. shoes.Listed.Select(ToItem)], Unchanged: 0));

    public object OrderFor(SyncJob job, WorkItem item) => new FetchShoe
    {
        JobId = job.CorrelationId,
        ItemId = item.Id,
        Attempt = item.Attempts,
        UserId = job.UserId,
        InFlight = job.InFlight,
        Order = JsonSerializer.Deserialize<ShoeOrder>(item.Order)!,
    };

    public object FailureOf(SyncJob job, WorkItem item) =>
        new ShoeSyncFailed { UserId = job.UserId, Name = item.Key, Reason = item.Reason!, JobId = job.CorrelationId };

    private static PlannedItem ToItem(string name, int rank) => new(name, rank, JsonSerializer.Serialize(new ShoeOrder { Name = name }));
}
