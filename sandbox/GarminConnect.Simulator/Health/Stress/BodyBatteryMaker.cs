namespace GarminConnect.Simulator.Health;

/// <summary>Makes the body battery of a day.</summary>
internal static class BodyBatteryMaker
{
    public static BodyBattery Make(HealthDay day) => new()
    {
        Readings = [.. day.Every(StressDay.SecondsBetween).Select(time => new Reading(time, day.Signals.BodyBattery(time)))],
        AtWake = day.Night is null ? null : day.Plan.WakeLevel,
    };
}
