using MassTransit;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Sync;

/// <summary>What the steps of the saga need from the scope of the message: the same state store context that the saga itself is loaded with.</summary>
internal static class SyncJobContext
{
    public static AccountTurn Turn(this BehaviorContext<SyncJob> context) => context.Service<AccountTurn>();

    public static WorkItems Items(this BehaviorContext<SyncJob> context) => context.Service<WorkItems>();

    public static RegisteredKinds Kinds(this BehaviorContext<SyncJob> context) => context.Service<RegisteredKinds>();

    public static SyncOptions Options(this BehaviorContext<SyncJob> context) => context.Service<IOptions<SyncOptions>>().Value;

    public static DateTimeOffset Now(this BehaviorContext<SyncJob> context) => context.Service<TimeProvider>().GetUtcNow();

    private static T Service<T>(this BehaviorContext<SyncJob> context)
        where T : class => context.GetPayload<IServiceProvider>().GetRequiredService<T>();
}
