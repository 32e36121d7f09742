using System.Diagnostics;
using GarminConnect.Client;
using GarminSync.Consumers.Sync;
using MassTransit;

namespace GarminSync.Consumers.Workouts;

internal sealed partial class UploadWorkoutConsumer(WorkoutUploader uploader, WorkOrderTools tools, ILogger<UploadWorkoutConsumer> logger)
    : WorkOrderConsumer<UploadWorkout>(tools)
{
    protected override Task<Trouble?> WorkAsync(ConsumeContext<UploadWorkout> context, WorkAttempt attempt) =>
        attempt.RunAsync(session => UploadAsync(context, session), context.CancellationToken);

    private async Task<Trouble?> UploadAsync(ConsumeContext<UploadWorkout> context, GarminSession session)
    {
        switch (await uploader.UploadAsync(session, context.Message, context.CancellationToken))
        {
            case WorkoutUpload.Uploaded { Workout: var workout }:
                LogUploaded(context.Message.JobId, workout.WorkoutId, workout.GarminWorkoutId, workout.ScheduledOn);
                await workout.ToEvent(context.Message.JobId).PublishAsync(context);
                return null;
            case WorkoutUpload.Unchanged:
                return null;
            case WorkoutUpload.Refused refused:
                return new Trouble(TroubleAction.GiveUp, refused.Reason);
            default:
                throw new UnreachableException();
        }
    }

    [LoggerMessage(3401, LogLevel.Information, "Job {JobId}: workout plan {WorkoutId} is workout {GarminWorkoutId} at Garmin, scheduled on {ScheduledOn}")]
    private partial void LogUploaded(Guid jobId, string workoutId, long? garminWorkoutId, DateOnly? scheduledOn);
}
