namespace GarminConnect.Simulator.Health;

/// <summary>A blood pressure, in millimetres of mercury.</summary>
public sealed record BloodPressure
{
    /// <summary><c>version</c>, under which it is deleted.</summary>
    public required long Id { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>On the wall clock.</summary>
    public required DateTime LocalTime { get; init; }

    public required int Systolic { get; init; }

    public required int Diastolic { get; init; }

    public required int Pulse { get; init; }

    public string? Notes { get; init; }

    public required string Source { get; init; }

    public string Category => (Systolic, Diastolic) switch
    {
        ( >= 140, _) or (_, >= 90) => "STAGE_2_HIGH",
        ( >= 130, _) or (_, >= 80) => "STAGE_1_HIGH",
        ( >= 120, _) => "ELEVATED",
        _ => "NORMAL",
    };
}
