using GarminSync.Consumers.Sync;
using MassTransit;

namespace GarminSync.Consumers.Workouts;

/// <summary>Workouts: plans of CentralDB, translated and brought to Garmin.</summary>
internal static class WorkoutsRegistration
{
    public static IServiceCollection AddWorkouts(this IServiceCollection services) => services
        .AddScoped<RequestedWorkouts>()
        .AddScoped<WorkoutLedger>()
        .AddScoped<WorkoutCalendar>()
        .AddScoped<WorkoutUploader>()
        .AddScoped<ISyncKind, WorkoutPlanner>();

    public static void AddWorkoutConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<UploadWorkoutConsumer, UploadWorkoutConsumerDefinition>();
}
