namespace GarminSync.RequestBenchmarks;

/// <summary>What a sync has cost, as the simulator counts it. Refused requests count like others.</summary>
/// <param name="Title">Which sync.</param>
/// <param name="Budget">The most requests that it may take; null when it is there to compare.</param>
/// <param name="Calls">How often each call was made.</param>
/// <param name="State">How the job ended.</param>
public sealed record Cost(string Title, int? Budget, IReadOnlyDictionary<string, int> Calls, string State)
{
    public int Requests => Calls.Values.Sum();

    /// <summary>Whether the budget is kept, by a job that did all of its work.</summary>
    public bool IsKept => Budget is not { } most || (Requests <= most && State == "completed");
}
