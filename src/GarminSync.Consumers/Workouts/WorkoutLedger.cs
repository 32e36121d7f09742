using GarminSync.Consumers.State;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Workouts;

/// <summary>Reads and writes the ledger of workouts. Changes are saved with the caller's unit of work.</summary>
internal sealed class WorkoutLedger(StateDb db, OwnUnitOfWork own)
{
    public Task<bool> IsEmptyAsync(string userId, CancellationToken cancellationToken) =>
        db.Set<UploadedWorkout>().AllAsync(row => row.UserId != userId, cancellationToken);

    public async Task<UploadedWorkout?> FindAsync(string userId, string workoutId, CancellationToken cancellationToken) =>
        await db.Set<UploadedWorkout>().FindAsync([userId, workoutId], cancellationToken);

    /// <summary>Those of the plans of which the ledger knows nothing.</summary>
    public async Task<IReadOnlyList<string>> UnknownAsync(string userId, IReadOnlyList<string> workoutIds, CancellationToken cancellationToken)
    {
        var known = await db.Set<UploadedWorkout>().Where(row => row.UserId == userId && workoutIds.Contains(row.WorkoutId)).Select(row => row.WorkoutId).ToListAsync(cancellationToken);
        return [.. workoutIds.Except(known)];
    }

    /// <summary>Makes a row of which nothing is known yet.</summary>
    public UploadedWorkout Add(string userId, string workoutId) => db.Add(new UploadedWorkout { UserId = userId, WorkoutId = workoutId }).Entity;

    /// <summary>
    /// Notes that a workout is about to be made, and commits at once: should this process end, the next one knows that it has to look for the workout before
    /// it makes another.
    /// </summary>
    public async Task<UploadedWorkout> BeginAnewAsync(string userId, string workoutId, CancellationToken cancellationToken)
    {
        await own.RunAsync(async store =>
        {
            await store.BeginAsync(cancellationToken);
            if (await store.Set<UploadedWorkout>().FindAsync([userId, workoutId], cancellationToken) is not { } row)
            {
                row = new UploadedWorkout { UserId = userId, WorkoutId = workoutId };
                store.Add(row);
            }

            row.BeginAnew();
            await store.CommitAsync(cancellationToken);
        });

        var begun = (await FindAsync(userId, workoutId, cancellationToken))!;
        await db.Entry(begun).ReloadAsync(cancellationToken);
        return begun;
    }
}
