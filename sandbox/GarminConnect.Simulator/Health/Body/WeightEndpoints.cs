using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Health;

/// <summary>Weight and body composition.</summary>
internal static class WeightEndpoints
{
    private const double GramsPerPound = 453.59237;

    public static void MapWeight(this IEndpointRouteBuilder routes)
    {
        routes.MapDay("/weight-service/weight/dayview/{date}", (athlete, day) => WeightBodies.List(athlete, new HealthRange(athlete.Health, day.Day, day.Day)));
        routes.MapRange("/weight-service/weight/dateRange", null, WeightBodies.List, "startDate", "endDate");
        routes.MapRange("/weight-service/weight/range/{from}/{to}", null, WeightBodies.Range);
        routes.MapDay("/weight-service/weight/latest", WeightBodies.Latest);
        routes.MapPost("/weight-service/user-weight", (Caller caller, NewWeight weight) => Add(caller.Athlete, weight));
        routes.MapDelete("/weight-service/weight/{date}/byversion/{samplePk:long}", (Caller caller, long samplePk) =>
        {
            caller.Athlete.Health.Entries.Delete(samplePk);
            return Results.NoContent();
        });
    }

    private static IResult Add(Athlete athlete, NewWeight weight)
    {
        if (weight.UnitKey is not ("kg" or "lbs") || weight.Value is <= 0 or > 1000)
        {
            return GarminAnswers.BadRequest("unitKey must be kg or lbs, and value a weight");
        }

        var health = athlete.Health;
        var time = new DateTimeOffset(weight.GmtTimestamp, TimeSpan.Zero);
        health.Entries.Add(WeighInMaker.Entry(health.Day(health.Calendar.DayOf(time)), time, weight.Value * (weight.UnitKey == "kg" ? 1000 : GramsPerPound), "MANUAL"));
        return Results.NoContent();
    }

    internal sealed record NewWeight(DateTime GmtTimestamp, string UnitKey, double Value);
}
