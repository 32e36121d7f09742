namespace GarminConnect.Simulator.Activities;

/// <summary>The sports that the synthetic athletes do. Ids as in Garmin Connect's type table and in the FIT profile.</summary>
internal static class Sports
{
    public static readonly Sport Running = new(1, "running", 17, 1, 0, "Running")
    {
        MetersPerSecond = 2.9,
        HeartRate = 148,
        Cadence = 84,
        OnFoot = true,
        LapMeters = 1000,
        KilocaloriesPerMinute = 11.5,
    };

    public static readonly Sport TrailRunning = new(6, "trail_running", 1, 1, 3, "Trail Running")
    {
        MetersPerSecond = 2.3,
        HeartRate = 152,
        MinMinutes = 45,
        MaxMinutes = 110,
        Cadence = 80,
        OnFoot = true,
        LapMeters = 1000,
        HillMeters = 60,
        KilocaloriesPerMinute = 11,
    };

    public static readonly Sport Cycling = new(2, "cycling", 17, 2, 0, "Cycling")
    {
        MetersPerSecond = 7.4,
        HeartRate = 136,
        MinMinutes = 60,
        MaxMinutes = 150,
        Cadence = 82,
        Watts = 175,
        LapMeters = 5000,
        HillMeters = 35,
        KilocaloriesPerMinute = 10,
    };

    public static readonly Sport PoolSwimming = new(27, "lap_swimming", 26, 5, 17, "Pool Swim")
    {
        HasPosition = false,
        MetersPerSecond = 0.85,
        HeartRate = 131,
        MinMinutes = 25,
        MaxMinutes = 50,
        Cadence = 26,
        LapMeters = 100,
        PoolMeters = 25,
        KilocaloriesPerMinute = 8,
    };

    public static readonly Sport OpenWaterSwimming = new(28, "open_water_swimming", 26, 5, 18, "Open Water Swimming")
    {
        MetersPerSecond = 0.8,
        HeartRate = 142,
        MinMinutes = 15,
        MaxMinutes = 18,
        Cadence = 28,
        HillMeters = 0,
        KilocaloriesPerMinute = 9,
    };

    public static readonly Sport Strength = new(13, "strength_training", 29, 10, 20, "Strength")
    {
        HasPosition = false,
        HeartRate = 108,
        MinMinutes = 25,
        MaxMinutes = 55,
        KilocaloriesPerMinute = 5.5,
    };

    public static readonly Sport Walking = new(9, "walking", 17, 11, 0, "Walking")
    {
        MetersPerSecond = 1.35,
        HeartRate = 98,
        MinMinutes = 20,
        MaxMinutes = 60,
        Cadence = 55,
        OnFoot = true,
        LapMeters = 1000,
        KilocaloriesPerMinute = 4.5,
    };

    public static readonly Sport Hiking = new(3, "hiking", 17, 17, 0, "Hiking")
    {
        MetersPerSecond = 1.15,
        HeartRate = 118,
        MinMinutes = 90,
        MaxMinutes = 240,
        Cadence = 52,
        OnFoot = true,
        HillMeters = 140,
        KilocaloriesPerMinute = 6.5,
    };

    public static readonly Sport MultiSport = new(89, "multi_sport", 17, 18, 0, "Triathlon");
}
