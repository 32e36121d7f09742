namespace GarminConnect.Simulator.Health;

/// <summary>A weight, with the composition of the body when a scale measured it.</summary>
public sealed record WeighIn
{
    /// <summary><c>samplePk</c>; also the version under which it is deleted.</summary>
    public required long Id { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>On the wall clock.</summary>
    public required DateTime LocalTime { get; init; }

    public required double Grams { get; init; }

    /// <summary>Null for a weight that was typed in, as are the others.</summary>
    public double? Bmi { get; init; }

    public double? BodyFatPercent { get; init; }

    public double? BodyWaterPercent { get; init; }

    public int? BoneGrams { get; init; }

    public int? MuscleGrams { get; init; }

    /// <summary><c>INDEX_SCALE</c> or <c>MANUAL</c>.</summary>
    public required string Source { get; init; }
}
