namespace GarminConnect.Simulator.Health;

/// <summary>Makes the stress of a day.</summary>
internal static class StressMaker
{
    public static StressDay Make(HealthDay day) => new()
    {
        Readings = [.. day.Every(StressDay.SecondsBetween).Select(time => new Reading(time, day.Signals.Stress(time)))],
    };
}
