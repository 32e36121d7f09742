namespace GarminSync.Consumers.Workouts;

/// <summary>What Garmin cannot express, each named by its step: <c>step 3.2 (interval): …</c></summary>
internal sealed class StepProblems
{
    private const int MostTold = 5;

    private readonly List<string> _problems = [];

    public bool Any => _problems.Count > 0;

    /// <param name="step">Path and type; null for the plan itself.</param>
    /// <param name="problem">For a person.</param>
    public void Add(string? step, string problem) => _problems.Add(step is null ? problem : $"{step}: {problem}");

    public override string ToString() =>
        string.Join("; ", _problems.Take(MostTold)) + (_problems.Count > MostTold ? $"; and {_problems.Count - MostTold} more." : ".");
}
