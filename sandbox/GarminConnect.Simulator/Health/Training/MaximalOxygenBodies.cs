using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers about maximal oxygen uptake: only days with a new value have one.</summary>
internal static class MaximalOxygenBodies
{
    public static object Daily(Athlete athlete, HealthRange range) =>
        range.Days.Where(day => day.MaximalOxygen is not null).Select(day => Row(athlete, day, day.Day, day.MaximalOxygen!.Value));

    public static object? Latest(Athlete athlete, HealthDay day) =>
        day.Fitness is { MaximalOxygenDay: { } measuredOn } fitness ? Row(athlete, day, measuredOn, fitness.MaximalOxygen) : null;

    public static object Stats(Athlete athlete, HealthRange range)
    {
        var rows = range.Days.Where(day => day.MaximalOxygen is not null)
            .Select(day => new { value = Whole(day.MaximalOxygen!.Value), calendarDate = GarminTime.Day(day.Day) }).ToList();
        return UserStatsBody.Wrap(athlete, range, rows.Count == 0 ? [] : new Dictionary<string, object> { ["ACTIVITY_VO2_MAX"] = rows });
    }

    private static object Row(Athlete athlete, HealthDay day, DateOnly measuredOn, double value) => new
    {
        userId = athlete.ProfileId,
        generic = new
        {
            calendarDate = GarminTime.Day(measuredOn),
            vo2MaxPreciseValue = value,
            vo2MaxValue = Whole(value),
            fitnessAge = (int?)null,
            fitnessAgeDescription = (string?)null,
            maxMetCategory = 0,
        },
        cycling = (object?)null,
        heatAltitudeAcclimation = TrainingStatusBodies.Acclimation(athlete, day),
    };

    private static double Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero);
}
