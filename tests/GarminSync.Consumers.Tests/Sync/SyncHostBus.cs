using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Erasure;
using GarminSync.Consumers.Operations;
using GarminSync.Consumers.Schedules;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Tests.Sync;

/// <summary>Who is on the bus of <see cref="SyncHost"/>: the saga and those who ask it, and <see cref="Outside{T}"/> for everybody else.</summary>
internal static class SyncHostBus
{
    private const string Outside = "outside";

    private static readonly Type[] HeardTypes =
    [
        typeof(StartSyncJob), typeof(TurnGiven), typeof(WorkDue), typeof(CancelSync), typeof(PlanSync), typeof(FetchActivity), typeof(SyncStarted), typeof(SyncJoined), typeof(LookForNews),
        typeof(SyncProgressed), typeof(SyncCompleted), typeof(SyncFailed), typeof(SyncCancelled), typeof(ActivitySyncFailed), typeof(UserErased), typeof(Marker),
    ];

    public static void Configure(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<SyncRequestedConsumer, SyncRequestedConsumerDefinition>();
        bus.AddConsumer<SyncJobQueriesConsumer, SyncJobQueriesConsumerDefinition>();
        bus.AddConsumer<UnlinkGarminAccountConsumer, UnlinkGarminAccountConsumerDefinition>();
        bus.AddConsumer<ListGarminAccountsConsumer, ListGarminAccountsConsumerDefinition>();
        bus.AddScheduleConsumers();
        bus.AddOperationConsumers();
        bus.AddErasureConsumers();
        bus.AddSagaStateMachine<SyncJobStateMachine, SyncJob, SyncJobDefinition>().StateStoreRepository();
        Listen(bus, HeardTypes);
    }

    public static void ConfigureWithWorkers(IBusRegistrationConfigurator bus, Type[] heard)
    {
        bus.AddSyncConsumers();
        Listen(bus, [.. HeardTypes, .. heard]);
    }

    private static void Listen(IBusRegistrationConfigurator bus, Type[] heard)
    {
        bus.AddConfigureEndpointsCallback((name, endpoint) =>
        {
            if (name == Outside)
            {
                endpoint.ConcurrentMessageLimit = 1; // so that what is heard is in order
            }
        });
        foreach (var type in heard)
        {
            bus.AddConsumer(typeof(Outside<>).MakeGenericType(type)).Endpoint(endpoint => endpoint.Name = Outside);
        }
    }
}
