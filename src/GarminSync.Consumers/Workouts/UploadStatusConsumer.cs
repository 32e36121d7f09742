using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Workouts;

/// <summary>Says what became of a workout plan at Garmin, from the ledger.</summary>
internal sealed class UploadStatusConsumer(WorkoutLedger ledger) : IConsumer<GetWorkoutStatus>
{
    public async Task Consume(ConsumeContext<GetWorkoutStatus> context)
    {
        var (userId, workoutId) = (context.Message.UserId, context.Message.WorkoutId);
        var row = await ledger.FindAsync(userId, workoutId, context.CancellationToken);
        await context.RespondAsync(row?.ToStatus() ?? new WorkoutStatus { UserId = userId, WorkoutId = workoutId, State = WorkoutStates.NotSent });
    }
}
