using System.Diagnostics;
using System.Security.Cryptography;
using CentralDb.Client;
using GarminConnect.Client;

namespace GarminSync.Consumers.Workouts;

/// <summary>
/// Brings one plan of CentralDB to Garmin: creates the workout once, changes it in place, leaves it alone when nothing changed. Garmin's calls to create and
/// schedule are not idempotent, so it looks for the result of an earlier try first.
/// </summary>
internal sealed class WorkoutUploader(GarminWorkouts garmin, SentWorkouts sent, WorkoutCalendar calendar, CentralDbClient centralDb, WorkoutLedger ledger, TimeProvider clock)
{
    public async Task<WorkoutUpload> UploadAsync(GarminSession session, UploadWorkout order, CancellationToken cancellationToken)
    {
        var planId = order.Order.WorkoutId;
        if (await centralDb.GetWorkoutPlanAsync(planId, cancellationToken) is not { } plan || !RequestedWorkouts.IsOf(plan, order.UserId))
        {
            return new WorkoutUpload.Refused($"CentralDB no longer has workout plan {planId} of this user.");
        }

        return WorkoutTranslation.Of(plan, planId) switch
        {
            TranslatedWorkout.Translated translated => await UploadAsync(session, order, translated.Workout, cancellationToken),
            TranslatedWorkout.Refused refused => new WorkoutUpload.Refused(refused.Reason),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<WorkoutUpload> UploadAsync(GarminSession session, UploadWorkout order, GarminWorkout workout, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(workout.ToJson()).AsSpan(0, 16));
        var row = await AtGarminAsync(session, order, workout, hash, cancellationToken);
        var scheduled = order.Order.ScheduleOn is { } day && await calendar.PutAsync(session, row, day, cancellationToken);
        if (row.State == UploadedWorkoutState.Uploaded && row.ContentHash == hash && !scheduled)
        {
            return new WorkoutUpload.Unchanged();
        }

        row.Finish(hash, clock.GetUtcNow());
        return new WorkoutUpload.Uploaded(row);
    }

    /// <summary>Makes sure that Garmin has the current version.</summary>
    private async Task<UploadedWorkout> AtGarminAsync(GarminSession session, UploadWorkout order, GarminWorkout workout, string hash, CancellationToken cancellationToken)
    {
        var row = await ledger.FindAsync(order.UserId, order.Order.WorkoutId, cancellationToken);
        var id = row is { GarminWorkoutId: { } known } ? known
            : row is { State: not UploadedWorkoutState.Removed } || order.Order.LedgerEmpty ? await sent.FindAsync(session, order.Order.WorkoutId, cancellationToken)
            : null;

        var isThere = id is not null && (row is { State: UploadedWorkoutState.Uploaded } && row.ContentHash == hash
            ? await garmin.ExistsAsync(session, id.Value, cancellationToken)
            : await garmin.ReplaceAsync(session, id.Value, workout, cancellationToken));
        if (!isThere || row is null)
        {
            row = await ledger.BeginAnewAsync(order.UserId, order.Order.WorkoutId, cancellationToken);
        }

        row.GarminWorkoutId = isThere ? id : await garmin.CreateAsync(session, workout, cancellationToken);
        return row;
    }
}
