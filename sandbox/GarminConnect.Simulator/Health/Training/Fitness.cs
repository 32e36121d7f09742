namespace GarminConnect.Simulator.Health;

/// <summary>What Garmin makes of an athlete's fitness on a day.</summary>
public sealed record Fitness
{
    /// <summary>The latest measured, as of this day.</summary>
    public required double MaximalOxygen { get; init; }

    /// <summary>When that was; null before the first.</summary>
    public required DateOnly? MaximalOxygenDay { get; init; }

    public required int ChronologicalAge { get; init; }

    public required double FitnessAge { get; init; }

    public required double AchievableFitnessAge { get; init; }

    public required double Bmi { get; init; }

    /// <summary>Days with hard training a week, over four weeks.</summary>
    public required double VigorousDays { get; init; }

    /// <summary>Null in the first two weeks, as are the hill scores and the race times.</summary>
    public required int? EnduranceScore { get; init; }

    public required int? HillScore { get; init; }

    public required int? HillStrength { get; init; }

    public required int? HillEndurance { get; init; }

    public required RaceTimes? Races { get; init; }
}
