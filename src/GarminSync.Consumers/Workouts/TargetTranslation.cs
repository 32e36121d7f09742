using CentralDb.Client;
using GarminConnect.Client;

namespace GarminSync.Consumers.Workouts;

/// <summary>What to hold during a step.</summary>
internal static class TargetTranslation
{
    private const int HeartRateZones = 5;
    private const int PowerZones = 7;
    private const string Known = "none, heart_rate_zone, heart_rate, power_zone, power, pace, speed, cadence";

    public static GarminExecutableStep Apply(GarminExecutableStep step, WorkoutTarget? target, GarminSportType sport, Action<string> refuse)
    {
        if (target?.Type is null or "none")
        {
            return step;
        }

        if (sport == GarminSportType.Strength && target.Type is not ("heart_rate" or "heart_rate_zone"))
        {
            refuse($"a strength workout has no target of the type {target.Type}");
            return step;
        }

        switch (target.Type)
        {
            case "heart_rate_zone":
                return Zone(step, GarminTargetType.HeartRate, target, HeartRateZones, refuse);
            case "power_zone":
                return Zone(step, GarminTargetType.Power, target, PowerZones, refuse);
            case "heart_rate":
                return Range(step, GarminTargetType.HeartRate, target, refuse);
            case "power":
                return Range(step, GarminTargetType.Power, target, refuse);
            case "speed":
                return Range(step, GarminTargetType.Speed, target, refuse);
            case "cadence":
                return Range(step, GarminTargetType.Cadence, target, refuse);
            case "pace":
                return Pace(step, target, sport, refuse);
            default:
                refuse($"target.type must be one of {Known}");
                return step;
        }
    }

    private static GarminExecutableStep Zone(GarminExecutableStep step, GarminTargetType type, WorkoutTarget target, int zones, Action<string> refuse)
    {
        if (!Quantity.IsWhole(target.Zone, 1, zones))
        {
            refuse($"Garmin's zones for {target.Type} are 1 to {zones}");
            return step;
        }

        return step with { TargetType = type, ZoneNumber = (int)target.Zone!.Value };
    }

    private static GarminExecutableStep Range(GarminExecutableStep step, GarminTargetType type, WorkoutTarget target, Action<string> refuse)
    {
        if (!HasRange(target, refuse))
        {
            return step;
        }

        if (target.Low > target.High)
        {
            refuse("target.low must not be above target.high");
        }

        return step with { TargetType = type, TargetValueOne = target.Low, TargetValueTwo = target.High };
    }

    // People disagree on which of two paces is the low one, so either order is accepted.
    private static GarminExecutableStep Pace(GarminExecutableStep step, WorkoutTarget target, GarminSportType sport, Action<string> refuse)
    {
        if (!HasRange(target, refuse))
        {
            return step;
        }

        var faster = MetersPerSecond(Math.Min(target.Low!.Value, target.High!.Value));
        var slower = MetersPerSecond(Math.Max(target.Low.Value, target.High.Value));
        return sport == GarminSportType.Running || sport == GarminSportType.Swimming
            ? step with { TargetType = GarminTargetType.Pace, TargetValueOne = faster, TargetValueTwo = slower }
            : step with { TargetType = GarminTargetType.Speed, TargetValueOne = slower, TargetValueTwo = faster };
    }

    private static bool HasRange(WorkoutTarget target, Action<string> refuse)
    {
        if (Quantity.IsPositive(target.Low) && Quantity.IsPositive(target.High))
        {
            return true;
        }

        refuse($"a target of the type {target.Type} wants low and high, both numbers above 0");
        return false;
    }

    private static double MetersPerSecond(double secondsPerKilometer) => Math.Round(1000 / secondsPerKilometer, 6);
}
