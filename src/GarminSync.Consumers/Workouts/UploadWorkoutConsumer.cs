using GarminConnect.Client;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Workouts;

internal sealed partial class UploadWorkoutConsumer(
    GarminSessions sessions, WorkoutUploader uploader, WorkClaims starts, WorkItemReports reports, TimeProvider clock, ILogger<UploadWorkoutConsumer> logger)
    : WorkOrderConsumer<UploadWorkout>(starts, reports)
{
    protected override async Task WorkAsync(ConsumeContext<UploadWorkout> context)
    {
        var order = context.Message;
        GarminSession? session = null;
        try
        {
            session = await sessions.OpenAsync(order.UserId, context.CancellationToken);
            switch (await uploader.UploadAsync(session, order, context.CancellationToken))
            {
                case WorkoutUpload.Refused refused:
                    await Reports.TroubleAsync(context, new Trouble(TroubleAction.GiveUp, refused.Reason), session.RequestsMade);
                    return;
                case WorkoutUpload.Uploaded uploaded:
                    await AnnounceAsync(context, uploaded.Workout);
                    break;
            }

            await Reports.DoneAsync(context, session.RequestsMade);
        }
        catch (Exception exception) when (Trouble.From(exception, clock.GetUtcNow()) is { } met)
        {
            await Reports.TroubleAsync(context, met, session?.RequestsMade ?? 0);
        }
    }

    private async Task AnnounceAsync(ConsumeContext<UploadWorkout> context, UploadedWorkout workout)
    {
        LogUploaded(context.Message.JobId, workout.WorkoutId, workout.GarminWorkoutId, workout.ScheduledOn);
        var uploaded = new WorkoutUploaded
        {
            UserId = workout.UserId,
            WorkoutId = workout.WorkoutId,
            GarminWorkoutId = workout.GarminWorkoutId!.Value,
            ScheduledOn = workout.ScheduledOn?.ToString("yyyy-MM-dd"),
            JobId = context.Message.JobId,
        };
        await context.Publish(uploaded, publish => publish.MessageId = workout.EventId, context.CancellationToken);
    }

    [LoggerMessage(3401, LogLevel.Information, "Job {JobId}: workout plan {WorkoutId} is workout {GarminWorkoutId} at Garmin, scheduled on {ScheduledOn}")]
    private partial void LogUploaded(Guid jobId, string workoutId, long? garminWorkoutId, DateOnly? scheduledOn);
}
