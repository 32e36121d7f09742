using GarminSync.Contracts;

namespace GarminSync.Gateway.Jobs;

/// <summary>An item of a job that was given up.</summary>
/// <param name="Kind"><c>activities</c>, <c>health</c> or <c>workouts</c>.</param>
/// <param name="Item">Which one: Garmin's activity id, the metric and its days, or the workout id.</param>
/// <param name="Reason">Why, for a person.</param>
/// <param name="Attempts">How often it was tried.</param>
internal sealed record JobFailureAnswer(string Kind, string Item, string Reason, int Attempts)
{
    public static JobFailureAnswer From(SyncItemFailure failure) => new(failure.Kind, failure.Item, failure.Reason, failure.Attempts);
}
