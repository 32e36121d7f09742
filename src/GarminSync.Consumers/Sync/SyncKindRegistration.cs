using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <inheritdoc/>
internal sealed class SyncKindRegistration<TOrder, TConsumer, TDefinition> : ISyncKindRegistration
    where TOrder : class, IWorkOrder
    where TConsumer : WorkOrderConsumer<TOrder>
    where TDefinition : WorkOrderDefinition<TConsumer>
{
    /// <inheritdoc/>
    public void AddConsumer(IBusRegistrationConfigurator bus) => bus.AddConsumer<TConsumer, TDefinition>();

    /// <inheritdoc/>
    public void AddFaults(SyncJobStateMachine machine) => machine.AddFaultsOf<TOrder>();
}
