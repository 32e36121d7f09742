using GarminSync.Contracts;
using GarminSync.Gateway.Errors;

namespace GarminSync.Gateway.Sync;

/// <summary>What each reason for refusing a sync is over HTTP.</summary>
internal static class SyncRefusedAnswers
{
    /// <param name="refused">The reason.</param>
    /// <param name="workouts">How many workouts the call was about.</param>
    public static Refusal ToRefusal(this SyncRefused refused, int workouts = 0) => refused.Reason switch
    {
        SyncRefusals.NotLinked => FixedRefusals.NotLinked,
        SyncRefusals.AlreadyRunning => FixedRefusals.AlreadyRunning,
        // The fixed words are those for one.
        SyncRefusals.UnknownWorkout when workouts > 1 => new Refusal(StatusCodes.Status404NotFound, $"Workout not found. {refused.Detail} Nothing was started."),
        SyncRefusals.UnknownWorkout => FixedRefusals.WorkoutNotFound,
        SyncRefusals.RateLimited => FixedRefusals.RateLimited(refused.RetryAt),
        SyncRefusals.TooManyQueued => new Refusal(429, refused.Detail),
        SyncRefusals.UnknownUser => new Refusal(404, refused.Detail),
        SyncRefusals.NeedsLogin or SyncRefusals.BeingErased => new Refusal(409, refused.Detail),
        SyncRefusals.AmbiguousUser or SyncRefusals.InvalidRequest => new Refusal(422, refused.Detail),
        SyncRefusals.CentralDbUnreachable => Outages.CentralDb,
        _ => new Refusal(500, $"The consumers refused the sync for a reason that this gateway does not know ({refused.Reason}): {refused.Detail}"),
    };
}
