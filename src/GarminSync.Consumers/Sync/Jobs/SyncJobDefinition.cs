using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Sync;

internal sealed class SyncJobDefinition : SagaDefinition<SyncJob>
{
    protected override void ConfigureSaga(IReceiveEndpointConfigurator endpointConfigurator, ISagaConfigurator<SyncJob> sagaConfigurator, IRegistrationContext context)
    {
        // Two first messages of one job may collide on the primary key; on its next try the second one finds the job.
        endpointConfigurator.UseMessageRetry(retry => retry.Intervals(10, 50, 100, 250, 500, 1000));
        endpointConfigurator.WaitOutStateStoreOutages(context);
        endpointConfigurator.UseStateStoreOutbox(context);
        sagaConfigurator.UseFilter(new SyncJobTraceFilter(context.GetRequiredService<TimeProvider>()));
    }
}
