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
        .AddScoped<SentWorkouts>()
        .AddScoped<WorkoutUploader>()
        .AddScoped<WorkoutRemover>()
        .AddScoped<WorkoutPlanner>()
        .AddSyncKind<WorkoutKind, UploadWorkout, UploadWorkoutConsumer, UploadWorkoutConsumerDefinition>();

    public static void AddWorkoutConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<UploadStatusConsumer, UploadStatusConsumerDefinition>();
}
