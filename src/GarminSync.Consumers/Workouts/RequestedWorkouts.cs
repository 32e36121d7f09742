using CentralDb.Client;

namespace GarminSync.Consumers.Workouts;

/// <summary>Checks that the plans of a request exist, before a job is made.</summary>
internal sealed class RequestedWorkouts(CentralDbClient centralDb)
{
    // A caller waits for the answer, and CentralDB has others to serve.
    private const int AtOnce = 10;

    /// <summary>The first id that is no plan of the user; null when all are.</summary>
    public async Task<string?> FindUnknownAsync(string userId, IEnumerable<string> workoutIds, CancellationToken cancellationToken)
    {
        foreach (var ids in workoutIds.Distinct().Chunk(AtOnce))
        {
            var plans = await Task.WhenAll(ids.Select(id => centralDb.GetWorkoutPlanAsync(id, cancellationToken)));
            var unknown = Array.FindIndex(plans, plan => plan is null || !IsOf(plan, userId));
            if (unknown >= 0)
            {
                return ids[unknown];
            }
        }

        return null;
    }

    /// <summary>Not every CentralDB says whose a plan is; then it is everybody's.</summary>
    public static bool IsOf(WorkoutPlan plan, string userId) => plan.UserId is null || plan.UserId == userId;
}
