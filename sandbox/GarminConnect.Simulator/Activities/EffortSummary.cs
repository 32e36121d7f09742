namespace GarminConnect.Simulator.Activities;

/// <summary>Adds up recordings.</summary>
internal static class EffortSummary
{
    private static readonly int[] ZoneFloors = [95, 113, 132, 151, 170];

    /// <summary>The totals of consecutive points, of which the first is the end of what came before.</summary>
    public static Effort Of(Sport sport, DateTimeOffset start, IReadOnlyList<TrackPoint> points, double timerSeconds)
    {
        var (first, last) = (points[0], points[^1]);
        var pause = last.ElapsedSeconds - first.ElapsedSeconds - (last.TimerSeconds - first.TimerSeconds);
        var climbs = points.Zip(points.Skip(1), (a, b) => b.AltitudeMeters - a.AltitudeMeters).ToList();

        return new Effort
        {
            Start = start.AddSeconds(first.ElapsedSeconds),
            TimerSeconds = Math.Round(timerSeconds, 3),
            ElapsedSeconds = Math.Round(timerSeconds + pause, 3),
            DistanceMeters = last.DistanceMeters is { } meters ? Math.Round(meters - first.DistanceMeters!.Value, 2) : null,
            MaxMetersPerSecond = points.Max(point => point.MetersPerSecond),
            AverageHeartRate = (int)Math.Round(points.Average(point => point.HeartRate)),
            MaxHeartRate = points.Max(point => point.HeartRate),
            MinHeartRate = points.Min(point => point.HeartRate),
            AverageCadence = Rounded(points.Average(point => point.Cadence)),
            MaxCadence = points.Max(point => point.Cadence),
            AverageWatts = Rounded(points.Average(point => point.Watts)),
            MaxWatts = points.Max(point => point.Watts),
            AscentMeters = first.AltitudeMeters is null ? null : Rounded(climbs.Sum(climb => Math.Max(climb!.Value, 0))),
            DescentMeters = first.AltitudeMeters is null ? null : Rounded(climbs.Sum(climb => Math.Max(-climb!.Value, 0))),
            MinAltitudeMeters = points.Min(point => point.AltitudeMeters),
            MaxAltitudeMeters = points.Max(point => point.AltitudeMeters),
            MinCelsius = points.Min(point => point.Celsius),
            MaxCelsius = points.Max(point => point.Celsius),
            Kilocalories = (int)Math.Round(timerSeconds / 60 * sport.KilocaloriesPerMinute),
            StartPosition = first.Position,
            EndPosition = last.Position,
            SecondsInZone = SecondsInZones(points),
        };
    }

    /// <summary>The totals of a multisport activity.</summary>
    public static Effort Of(IReadOnlyList<Leg> legs)
    {
        if (legs.Count == 1)
        {
            return legs[0].Totals;
        }

        var parts = legs.Select(leg => leg.Totals).ToList();
        var end = parts[^1].Start.AddSeconds(parts[^1].ElapsedSeconds);
        return parts[0] with
        {
            TimerSeconds = Math.Round(parts.Sum(part => part.TimerSeconds), 3),
            ElapsedSeconds = Math.Round((end - parts[0].Start).TotalSeconds, 3),
            DistanceMeters = Math.Round(parts.Sum(part => part.DistanceMeters ?? 0), 2),
            MaxMetersPerSecond = parts.Max(part => part.MaxMetersPerSecond),
            AverageHeartRate = (int)Math.Round(parts.Sum(part => part.AverageHeartRate * part.TimerSeconds) / parts.Sum(part => part.TimerSeconds)),
            MaxHeartRate = parts.Max(part => part.MaxHeartRate),
            MinHeartRate = parts.Min(part => part.MinHeartRate),
            AverageCadence = null,
            MaxCadence = null,
            AverageWatts = null,
            MaxWatts = null,
            AscentMeters = parts.Sum(part => part.AscentMeters),
            DescentMeters = parts.Sum(part => part.DescentMeters),
            MinAltitudeMeters = parts.Min(part => part.MinAltitudeMeters),
            MaxAltitudeMeters = parts.Max(part => part.MaxAltitudeMeters),
            Kilocalories = parts.Sum(part => part.Kilocalories),
            EndPosition = parts[^1].EndPosition,
            SecondsInZone = [.. Enumerable.Range(0, 5).Select(zone => parts.Sum(part => part.SecondsInZone[zone]))],
        };
    }

    private static int? Rounded(double? value) => value is { } number ? (int)Math.Round(number) : null;

    private static double[] SecondsInZones(IReadOnlyList<TrackPoint> points)
    {
        var seconds = new double[ZoneFloors.Length];
        for (var i = 1; i < points.Count; i++)
        {
            var zone = ZoneFloors.Count(floor => points[i].HeartRate >= floor);
            if (zone > 0)
            {
                seconds[zone - 1] += points[i].TimerSeconds - points[i - 1].TimerSeconds;
            }
        }

        return seconds;
    }
}
