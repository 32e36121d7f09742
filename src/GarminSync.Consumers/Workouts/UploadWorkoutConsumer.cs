using System.Diagnostics;
using GarminConnect.Client;
using GarminSync.Consumers.Sync;
using MassTransit;

namespace GarminSync.Consumers.Workouts;

internal sealed partial class UploadWorkoutConsumer(WorkoutUploader uploader, WorkoutRemover remover, WorkOrderTools tools, ILogger<UploadWorkoutConsumer> logger)
    : WorkOrderConsumer<UploadWorkout>(tools)
{
    protected override Task<Trouble?> WorkAsync(ConsumeContext context, UploadWorkout order, WorkAttempt attempt) =>
        attempt.RunAsync(session => order.Order.Remove ? RemoveAsync(context, order, session) : UploadAsync(context, order, session), context.CancellationToken);

    private async Task<Trouble?> UploadAsync(ConsumeContext context, UploadWorkout order, GarminSession session)
    {
        switch (await uploader.UploadAsync(session, order, context.CancellationToken))
        {
            case WorkoutUpload.Uploaded { Workout: var workout }:
                LogUploaded(order.JobId, workout.WorkoutId, workout.GarminWorkoutId, workout.ScheduledOn);
                await workout.ToEvent(order.JobId).PublishAsync(context);
                return null;
            case WorkoutUpload.Unchanged:
                return null;
            case WorkoutUpload.Refused refused:
                return new Trouble(TroubleAction.GiveUp, refused.Reason);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<Trouble?> RemoveAsync(ConsumeContext context, UploadWorkout order, GarminSession session)
    {
        if (await remover.RemoveAsync(session, order, context.CancellationToken) is { } removed)
        {
            LogRemoved(order.JobId, order.Order.WorkoutId);
            await removed.PublishAsync(context);
        }

        return null;
    }

    [LoggerMessage(3402, LogLevel.Information, "Job {JobId}: workout plan {WorkoutId} is taken back from Garmin")]
    private partial void LogRemoved(Guid jobId, string workoutId);

    [LoggerMessage(3401, LogLevel.Information, "Job {JobId}: workout plan {WorkoutId} is workout {GarminWorkoutId} at Garmin, scheduled on {ScheduledOn}")]
    private partial void LogUploaded(Guid jobId, string workoutId, long? garminWorkoutId, DateOnly? scheduledOn);
}
