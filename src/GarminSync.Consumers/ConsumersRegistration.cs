using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Bus.Expiry;
using GarminSync.Bus.Secrets;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Erasure;
using GarminSync.Consumers.Events;
using GarminSync.Consumers.HealthMetrics;
using GarminSync.Consumers.Operations;
using GarminSync.Consumers.Schedules;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Consumers.UserTokens;
using GarminSync.Consumers.Workouts;
using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers;

/// <summary>Everything between the bus, Garmin and CentralDB; one line a capability.</summary>
internal static class ConsumersRegistration
{
    /// <summary>The services. To be added before the bus, so that the state store is up to date when messages arrive.</summary>
    public static IServiceCollection AddConsumerServices(this IServiceCollection services, IConfiguration configuration) => services
        .AddSecretSealing(configuration)
        .AddGarminConnect()
        .AddCentralDb()
        .AddStateStore()
        .AddEvents()
        .AddAccounts()
        .AddUserTokens()
        .AddActivities()
        .AddHealthMetrics()
        .AddWorkouts()
        .AddSync(configuration)
        .AddSchedules(configuration)
        .AddOperations()
        .AddErasure();

    /// <summary>The consumers and the saga.</summary>
    public static void AddConsumersAndSaga(this IBusRegistrationConfigurator bus)
    {
        bus.AddConfigureEndpointsCallback((context, _, endpoint) => endpoint.UseConsumeFilter(typeof(ExpiredRequestFilter<>), context));
        bus.AddPing();
        bus.AddAccountConsumers();
        bus.AddUserTokenConsumers();
        bus.AddSyncConsumers();
        bus.AddScheduleConsumers();
        bus.AddEventConsumers();
        bus.AddHealthMetricConsumers();
        bus.AddOperationConsumers();
        bus.AddWorkoutConsumers();
        bus.AddErasureConsumers();
    }
}
