namespace FitTrack.Fit.Tests;

/// <summary>A session or a lap, as the other decoder read it.</summary>
internal sealed record ExpectedTotals
{
    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public double? ElapsedSeconds { get; init; }

    public double? TimerSeconds { get; init; }

    public double? DistanceMeters { get; init; }

    public double? Kilocalories { get; init; }

    public double? AverageHeartRate { get; init; }

    public double? MaxHeartRate { get; init; }

    public double? AverageSpeed { get; init; }

    public double? MaxSpeed { get; init; }

    public double? AscentMeters { get; init; }

    public double? DescentMeters { get; init; }

    public double? StartLatitude { get; init; }

    /// <summary>Of a session; "None" when it has none.</summary>
    public string? Sport { get; init; }

    public string? SubSport { get; init; }

    public static ExpectedTotals Of(FitTotals totals) => new()
    {
        Start = totals.Start?.Utc,
        End = totals.End?.Utc,
        ElapsedSeconds = totals.ElapsedSeconds,
        TimerSeconds = totals.TimerSeconds,
        DistanceMeters = totals.DistanceMeters,
        Kilocalories = totals.Kilocalories,
        AverageHeartRate = totals.AverageHeartRate,
        MaxHeartRate = totals.MaxHeartRate,
        AverageSpeed = totals.AverageSpeedMetersPerSecond,
        MaxSpeed = totals.MaxSpeedMetersPerSecond,
        AscentMeters = totals.AscentMeters,
        DescentMeters = totals.DescentMeters,
        StartLatitude = totals.StartPosition is { } start ? Math.Round(start.Latitude, 6) : null,
    };

    public static ExpectedTotals Of(FitSession session) =>
        Of(session.Totals) with { Sport = session.Sport?.ToString() ?? "None", SubSport = session.SubSport?.ToString() ?? "None" };
}
