using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Workouts;

/// <summary>Workouts: plans of CentralDB, translated and brought to Garmin.</summary>
internal static class WorkoutsRegistration
{
    public static IServiceCollection AddWorkouts(this IServiceCollection services) => services
        .AddScoped<RequestedWorkouts>()
        .AddScoped<WorkoutLedger>()
        .AddScoped<WorkoutCalendar>()
        .AddScoped<WorkoutUploader>()
        .AddScoped<WorkoutPlanner>()
        .AddSyncKind<WorkoutKind, UploadWorkout, UploadWorkoutConsumer, UploadWorkoutConsumerDefinition>();
}
