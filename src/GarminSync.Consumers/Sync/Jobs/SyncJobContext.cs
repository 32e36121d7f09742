using GarminSync.Consumers.Accounts;
using MassTransit;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Sync;

/// <summary>Services of the message's scope for the steps of the saga. They share the <c>StateDb</c> that the saga was loaded with.</summary>
internal static class SyncJobContext
{
    public static AccountTurn Turn(this BehaviorContext<SyncJob> context) => context.Service<AccountTurn>();

    public static UserErasures Erasures(this BehaviorContext<SyncJob> context) => context.Service<UserErasures>();

    public static WorkItems Items(this BehaviorContext<SyncJob> context) => context.Service<WorkItems>();

    public static RegisteredKinds Kinds(this BehaviorContext<SyncJob> context) => context.Service<RegisteredKinds>();

    public static SyncOptions Options(this BehaviorContext<SyncJob> context) => context.Service<IOptions<SyncOptions>>().Value;

    public static DateTimeOffset Now(this BehaviorContext<SyncJob> context) => context.Service<TimeProvider>().GetUtcNow();

    /// <summary>Counts requests to Garmin, those of the job and those of its account today.</summary>
    public static Task CountGarminRequestsAsync(this BehaviorContext<SyncJob> context, int requests) =>
        context.Service<GarminRequestCounts>().AddAsync(context.Saga, requests, context.CancellationToken);

    private static T Service<T>(this BehaviorContext<SyncJob> context)
        where T : class => context.GetPayload<IServiceProvider>().GetRequiredService<T>();
}
