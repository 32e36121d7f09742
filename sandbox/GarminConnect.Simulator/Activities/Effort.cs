namespace GarminConnect.Simulator.Activities;

/// <summary>The totals of a lap, of a leg or of a whole activity.</summary>
internal sealed record Effort
{
    public required DateTimeOffset Start { get; init; }

    public required double ElapsedSeconds { get; init; }

    public required double TimerSeconds { get; init; }

    public double? DistanceMeters { get; init; }

    public double? MaxMetersPerSecond { get; init; }

    public int AverageHeartRate { get; init; }

    public int MaxHeartRate { get; init; }

    public int MinHeartRate { get; init; }

    public int? AverageCadence { get; init; }

    public int? MaxCadence { get; init; }

    public int? AverageWatts { get; init; }

    public int? MaxWatts { get; init; }

    public int? AscentMeters { get; init; }

    public int? DescentMeters { get; init; }

    public double? MinAltitudeMeters { get; init; }

    public double? MaxAltitudeMeters { get; init; }

    public int MinCelsius { get; init; }

    public int MaxCelsius { get; init; }

    public int Kilocalories { get; init; }

    public Position? StartPosition { get; init; }

    public Position? EndPosition { get; init; }

    /// <summary>Seconds in the heart rate zones 1 to 5.</summary>
    public required IReadOnlyList<double> SecondsInZone { get; init; }

    /// <summary>In millimetres a second, as FIT files have it.</summary>
    public double? AverageMetersPerSecond => DistanceMeters is { } meters && TimerSeconds > 0 ? Math.Round(meters / TimerSeconds, 3) : null;
}
