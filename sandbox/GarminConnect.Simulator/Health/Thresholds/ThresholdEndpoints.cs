using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>Thresholds and zones. They do not change.</summary>
internal static class ThresholdEndpoints
{
    private const string Service = "/biometric-service";
    private const int ThresholdHeartRate = 168;

    // A tenth of metres a second.
    private const double ThresholdSpeed = 0.36;

    public static void MapThresholds(this IEndpointRouteBuilder routes)
    {
        routes.MapQuestion($"{Service}/biometric/latestLactateThreshold", athlete => athlete.Health.Device != HealthDevice.Watch ? [] : new object[]
        {
            Latest(athlete, new { speed = (double?)ThresholdSpeed, hearRate = (int?)null, heartRateCycling = (int?)null }),
            Latest(athlete, new { speed = (double?)null, hearRate = (int?)ThresholdHeartRate, heartRateCycling = (int?)null }),
        });
        routes.MapQuestion($"{Service}/biometric/latestFunctionalThresholdPower/{{sport}}", _ => new
        {
            userProfilePK = (long?)null,
            calendarDate = (string?)null,
            sport = (string?)null,
            functionalThresholdPower = (int?)null,
            biometricSourceType = (string?)null,
            isStale = (bool?)null,
        });
        routes.MapDay($"{Service}/biometric/powerToWeight/latest/{{date}}", (_, _) => Array.Empty<object>());
        routes.MapRange($"{Service}/stats/lactateThresholdSpeed/range/{{from}}/{{to}}", null, (athlete, range) => Series(athlete, range, ThresholdSpeed));
        routes.MapRange($"{Service}/stats/lactateThresholdHeartRate/range/{{from}}/{{to}}", null, (athlete, range) => Series(athlete, range, ThresholdHeartRate));
        routes.MapRange($"{Service}/stats/functionalThresholdPower/range/{{from}}/{{to}}", null, (_, _) => Array.Empty<object>());
        routes.MapQuestion($"{Service}/heartRateZones", athlete => new[] { Zones(athlete) });
    }

    private static Dictionary<string, object?> Latest(Athlete athlete, object values) => Envelope.Join(
        new { userProfilePK = athlete.ProfileId, version = 1, calendarDate = Envelope.Gmt(athlete.Health.Day(athlete.Health.FirstDay).Start), sequence = 1 }, values);

    /// <summary>One value at the start of each month.</summary>
    private static object Series(Athlete athlete, HealthRange range, double value) => range.Days.Where(day => day.Watch && day.Day.Day == 1).Select(day => new
    {
        from = GarminTime.Day(day.Day),
        until = GarminTime.Day(day.Day),
        series = "running",
        value,
        updatedDate = GarminTime.Day(day.Day),
    });

    private static object Zones(Athlete athlete) => new
    {
        trainingMethod = "HR_MAX",
        restingHeartRateUsed = athlete.Health.Physique.RestingHeartRate,
        lactateThresholdHeartRateUsed = (int)ThresholdHeartRate,
        zone1Floor = 95,
        zone2Floor = 113,
        zone3Floor = 132,
        zone4Floor = 151,
        zone5Floor = 170,
        maxHeartRateUsed = 189,
        restingHrAutoUpdateUsed = false,
        sport = "DEFAULT",
        changeState = "UNCHANGED",
    };
}
