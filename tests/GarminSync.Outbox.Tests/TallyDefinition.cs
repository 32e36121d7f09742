using MassTransit;

namespace GarminSync.Outbox.Tests;

internal sealed class TallyDefinition : SagaDefinition<Tally>
{
    protected override void ConfigureSaga(IReceiveEndpointConfigurator endpointConfigurator, ISagaConfigurator<Tally> sagaConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.ConcurrentMessageLimit = 8;
        endpointConfigurator.UseStateStoreOutbox(context);
    }
}
