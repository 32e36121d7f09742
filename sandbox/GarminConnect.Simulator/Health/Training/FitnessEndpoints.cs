using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>Fitness age, endurance score, hill score and running tolerance.</summary>
internal static class FitnessEndpoints
{
    private const double BestBmi = 22;

    public static void MapFitness(this IEndpointRouteBuilder routes)
    {
        routes.MapDay("/fitnessage-service/fitnessage/{date}", FitnessAge);
        routes.MapRange("/fitnessage-service/stats/daily/{from}/{to}", 29, FitnessAges);
        routes.MapDay("/metrics-service/metrics/endurancescore", ScoreBodies.Endurance, "calendarDate");
        routes.MapRange("/metrics-service/metrics/endurancescore/stats", null, ScoreBodies.EnduranceStats, "startDate", "endDate");
        routes.MapDay("/metrics-service/metrics/hillscore", ScoreBodies.Hill, "calendarDate");
        routes.MapRange("/metrics-service/metrics/hillscore/stats", null, ScoreBodies.HillStats, "startDate", "endDate");

        // The members of its rows are not known.
        routes.MapRange("/metrics-service/metrics/runningtolerance/stats", null, (_, _) => Array.Empty<object>(), "startDate", "endDate");
    }

    private static object? FitnessAge(Athlete athlete, HealthDay day) => day.Fitness is not { } fitness ? null : new
    {
        chronologicalAge = fitness.ChronologicalAge,
        fitnessAge = fitness.FitnessAge,
        achievableFitnessAge = fitness.AchievableFitnessAge,
        previousFitnessAge = fitness.FitnessAge,
        components = new
        {
            vigorousDaysAvg = Activity(fitness, fitness.VigorousDays, 3),
            rhr = new { value = day.Heart!.Resting, stale = false },
            vigorousMinutesAvg = Activity(fitness, fitness.VigorousDays * 25, 75),
            bmi = new
            {
                value = fitness.Bmi,
                targetValue = BestBmi,
                improvementValue = Math.Round(Math.Abs(fitness.Bmi - BestBmi), 2),
                potentialAge = fitness.AchievableFitnessAge,
                priority = 1,
                stale = false,
                lastMeasurementDate = GarminTime.Day(day.Day),
            },
        },
        lastUpdated = Envelope.Gmt(day.MeasuredUntil),
    };

    private static object Activity(Fitness fitness, double value, int target) =>
        new { value, targetValue = target, potentialAge = fitness.AchievableFitnessAge, priority = 2, stale = false, numOfWeeksForIm = 4 };

    private static object FitnessAges(Athlete athlete, HealthRange range) => range.Days.Where(day => day.Fitness is not null).Select(day => new
    {
        calendarDate = GarminTime.Day(day.Day),
        values = new
        {
            fitnessAge = day.Fitness!.FitnessAge,
            achievableFitnessAge = day.Fitness.AchievableFitnessAge,
            rhr = day.Heart!.Resting,
            bmi = day.Fitness.Bmi,
            vigorousDaysAvg = day.Fitness.VigorousDays,
        },
    });
}
