using GarminSync.Consumers.State;
using MassTransit;

namespace GarminSync.Consumers.Tests.State;

internal sealed class TallyDefinition : SagaDefinition<Tally>
{
    protected override void ConfigureSaga(IReceiveEndpointConfigurator endpointConfigurator, ISagaConfigurator<Tally> sagaConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.ConcurrentMessageLimit = 8;
        endpointConfigurator.UseStateStoreOutbox(context);
    }
}
