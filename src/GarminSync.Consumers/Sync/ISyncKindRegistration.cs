using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>What the bus has to know about a kind of data.</summary>
internal interface ISyncKindRegistration
{
    /// <summary>Adds the consumer of the kind's work orders.</summary>
    void AddConsumer(IBusRegistrationConfigurator bus);

    /// <summary>Has the saga listen to the faults of the kind's work orders.</summary>
    void AddFaults(SyncJobStateMachine machine);
}
