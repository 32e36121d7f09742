namespace GarminConnect.Simulator.Activities;

/// <summary>Makes the recording of a planned leg; the same plan gives the same recording.</summary>
internal static class LegRecorder
{
    private const int IntervalSeconds = 5;
    private const double MetersPerDegree = 111_320;

    public static Leg Record(LegPlan plan, DateTimeOffset start)
    {
        var points = Points(plan).ToList();
        var totals = EffortSummary.Of(plan.Sport, start, points, plan.TimerSeconds);
        return new Leg(plan.Sport, totals, points, LapSplitter.Split(plan.Sport, start, points, plan.TimerSeconds));
    }

    private static IEnumerable<TrackPoint> Points(LegPlan plan)
    {
        var random = new Random(plan.Seed);
        var sport = plan.Sport;
        var phase = random.NextDouble() * Math.Tau;
        var form = 0.92 + (random.NextDouble() * 0.16);
        var celsius = random.Next(4, 29);
        var baseAltitude = random.Next(30, 400);
        var plannedMeters = sport.MetersPerSecond * plan.TimerSeconds;
        var meters = 0.0;

        var last = (int)plan.TimerSeconds;
        for (var timer = 0; timer <= last; timer = timer == last ? last + 1 : Math.Min(timer + IntervalSeconds, last))
        {
            var speed = sport.MetersPerSecond * form * (1 + (0.07 * Math.Sin((timer / 95.0) + phase)) + (0.04 * (random.NextDouble() - 0.5)));
            meters += timer == 0 ? 0 : speed * Math.Min(IntervalSeconds, timer);
            var turn = plannedMeters > 0 ? Math.Tau * meters / plannedMeters : 0;

            yield return new TrackPoint
            {
                TimerSeconds = timer,
                ElapsedSeconds = timer > last / 2 ? timer + plan.PauseSeconds : timer,
                Position = sport.HasPosition ? Place(plan, plannedMeters, turn, phase) : null,
                AltitudeMeters = sport.HasPosition ? Math.Round((baseAltitude + Hills(sport, turn, phase)) * 5) / 5 : null,
                DistanceMeters = sport.MetersPerSecond > 0 ? Math.Round(Covered(sport, meters), 2) : null,
                MetersPerSecond = sport.MetersPerSecond > 0 ? Math.Round(speed, 3) : null,
                HeartRate = HeartRate(sport, timer, phase, random),
                Cadence = sport.Cadence > 0 ? sport.Cadence + random.Next(-3, 4) : null,
                Watts = sport.Watts > 0 ? sport.Watts + random.Next(-60, 90) : null,
                Celsius = celsius + (timer > last / 2 ? 1 : 0),
            };
        }
    }

    /// <summary>In a pool only whole lengths count.</summary>
    private static double Covered(Sport sport, double meters) =>
        sport.PoolMeters > 0 ? Math.Floor(meters / sport.PoolMeters) * sport.PoolMeters : meters;

    /// <summary>A bent circle as long as the planned distance, so that the athlete comes home.</summary>
    private static Position Place(LegPlan plan, double plannedMeters, double turn, double phase)
    {
        var radius = plannedMeters / Math.Tau * (1 + (0.2 * Math.Sin((3 * turn) + phase))) / MetersPerDegree;
        return Position.FromDegrees(
            plan.Latitude + (radius * Math.Sin(turn + phase)),
            plan.Longitude + (radius * Math.Cos(turn + phase) / Math.Cos(plan.Latitude * Math.PI / 180)));
    }

    private static double Hills(Sport sport, double turn, double phase) =>
        sport.HillMeters * (Math.Sin(turn + phase) + (0.3 * Math.Sin((5 * turn) + phase)));

    private static int HeartRate(Sport sport, int timer, double phase, Random random)
    {
        var warm = 1 - Math.Exp(-timer / 120.0);
        var wave = 6 * Math.Sin((timer / 240.0) + phase);
        return (int)(85 + ((sport.HeartRate - 85 + wave + (timer / 900.0)) * warm) + (random.NextDouble() * 4));
    }
}
