using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>A device. Garmin has some three hundred members; here are those that tell what it can measure.</summary>
internal static class DeviceBody
{
    public const int ApplicationNumber = 3290;
    public const string Image = "https://res.garmin.com/en/products/010-02540-00/v/c1_01_md.png";

    public static string NameOf(Athlete athlete) => athlete.Health.Device == HealthDevice.Watch ? "Simulated watch" : "Simulated band";

    public static string KeyOf(Athlete athlete) => athlete.Health.Device == HealthDevice.Watch ? "simwatch" : "simband";

    /// <summary>As other answers name it.</summary>
    public static IReadOnlyList<object> Recorded(Athlete athlete) => [new { deviceId = athlete.DeviceId, imageURL = Image, deviceName = NameOf(athlete), category = 0 }];

    public static object Of(Athlete athlete)
    {
        var watch = athlete.Health.Device == HealthDevice.Watch;
        return new
        {
            deviceId = athlete.DeviceId,
            displayName = NameOf(athlete),
            productDisplayName = NameOf(athlete),
            applicationKey = KeyOf(athlete),
            partNumber = "006-B0000-00",
            productSku = "010-00000-00",
            serialNumber = $"S{athlete.Number:d8}",
            deviceTypePk = 37_000,
            currentFirmwareVersion = "20.26",
            imageUrl = Image,
            primary = true,
            primaryActivityTrackerIndicator = true,
            wellness = true,
            bodyBatteryCapable = true,
            allDayStressCapable = true,
            respirationCapable = true,
            pulseOxAllDayCapable = false,
            pulseOxSleepCapable = watch,
            hrvStatusCapable = watch,
            trainingStatusCapable = watch,
            trainingReadinessCapable = watch,
            vo2MaxRunCapable = watch,
            bloodPressureCapable = watch,
        };
    }
}
