namespace GarminConnect.Simulator.Activities;

/// <summary>An activity in an athlete's account. Immutable: an edit replaces it.</summary>
internal sealed record Activity
{
    public required long Id { get; init; }

    public required Guid Uuid { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required int TypeId { get; init; }

    /// <summary>Whole seconds, UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>The same moment on the athlete's wall clock.</summary>
    public required DateTime StartLocal { get; init; }

    public required ActivityFile File { get; init; }

    public required IReadOnlyList<LegPlan> Plan { get; init; }

    public required Effort Totals { get; init; }

    public required int LapCount { get; init; }

    /// <summary>The activities of the legs of a multisport activity; they are not listed.</summary>
    public IReadOnlyList<Activity> Legs { get; init; } = [];

    public required DateTimeOffset Uploaded { get; init; }

    public required DateTimeOffset LastUpdate { get; init; }

    public Sport Sport => Plan.Count > 1 ? Sports.MultiSport : Plan[0].Sport;

    public DateOnly Day => DateOnly.FromDateTime(StartLocal);

    /// <summary>The recording. Made on demand and not kept, because most activities are never downloaded.</summary>
    public IReadOnlyList<Leg> Record() => Recorder.Record(Plan, Start);
}
