namespace GarminConnect.Simulator.Activities;

/// <summary>What has to be decided about an activity before it can be recorded.</summary>
internal sealed record ActivityDraft
{
    public required long Id { get; init; }

    public required DateTime StartLocal { get; init; }

    public required ActivityFile File { get; init; }

    public required IReadOnlyList<LegPlan> Plan { get; init; }
}
