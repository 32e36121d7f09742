using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Health;

/// <summary>Blood pressure.</summary>
internal static class BloodPressureEndpoints
{
    public static void MapBloodPressure(this IEndpointRouteBuilder routes)
    {
        routes.MapRange("/bloodpressure-service/bloodpressure/range/{from}/{to}", null, Range);
        routes.MapDay("/bloodpressure-service/bloodpressure/dayview/{date}", Day);
        routes.MapPost("/bloodpressure-service/bloodpressure", (Caller caller, NewPressure pressure) => Add(caller.Athlete, pressure));
        routes.MapDelete("/bloodpressure-service/bloodpressure/{date}/{version:long}", (Caller caller, long version) =>
        {
            caller.Athlete.Health.Entries.Delete(version);
            return Results.NoContent();
        });
    }

    /// <summary>Newest day first.</summary>
    public static object Range(Athlete athlete, HealthRange range) => new
    {
        from = GarminTime.Day(range.From),
        until = GarminTime.Day(range.To),
        measurementSummaries = range.Days.Where(day => day.BloodPressures.Count > 0).Reverse().Select(day => new
        {
            startDate = GarminTime.Day(day.Day),
            endDate = GarminTime.Day(day.Day),
            highSystolic = day.BloodPressures.Max(entry => entry.Systolic),
            highDiastolic = day.BloodPressures.Max(entry => entry.Diastolic),
            lowSystolic = day.BloodPressures.Min(entry => entry.Systolic),
            lowDiastolic = day.BloodPressures.Min(entry => entry.Diastolic),
            numOfMeasurements = day.BloodPressures.Count,
            measurements = day.BloodPressures.Select(Entry),
        }),
        categoryStats = (object?)null,
    };

    private static object Day(Athlete athlete, HealthDay day) => new
    {
        startDate = GarminTime.Day(day.Day),
        endDate = GarminTime.Day(day.Day),
        bloodPressureMeasurements = day.BloodPressures.Select(Entry),
        totalMeasurementCount = day.BloodPressures.Count,
        elevatedMeasurementCount = day.BloodPressures.Count(entry => entry.Category != "NORMAL"),
    };

    private static IResult Add(Athlete athlete, NewPressure pressure)
    {
        if (pressure is not { Systolic: >= 70 and <= 260, Diastolic: >= 40 and <= 150, Pulse: >= 20 and <= 250 })
        {
            return GarminAnswers.BadRequest("systolic must be 70 to 260, diastolic 40 to 150, pulse 20 to 250");
        }

        var health = athlete.Health;
        var time = new DateTimeOffset(pressure.MeasurementTimestampGMT, TimeSpan.Zero);
        var entry = BloodPressureMaker.Entry(health.Day(health.Calendar.DayOf(time)), time, "MANUAL") with
        {
            Systolic = pressure.Systolic,
            Diastolic = pressure.Diastolic,
            Pulse = pressure.Pulse,
            Notes = pressure.Notes,
        };
        health.Entries.Add(entry);
        return GarminAnswers.Full(Entry(entry));
    }

    private static object Entry(BloodPressure entry) => new
    {
        version = entry.Id,
        systolic = entry.Systolic,
        diastolic = entry.Diastolic,
        pulse = entry.Pulse,
        multiMeasurement = false,
        notes = entry.Notes,
        sourceType = entry.Source,
        measurementTimestampLocal = GarminTime.Iso(entry.LocalTime),
        measurementTimestampGMT = GarminTime.Iso(entry.Time.UtcDateTime),
        category = entry.Category switch { "NORMAL" => 1, "ELEVATED" => 2, "STAGE_1_HIGH" => 3, _ => 4 },
        categoryName = entry.Category,
    };

    internal sealed record NewPressure(DateTime MeasurementTimestampGMT, int Systolic, int Diastolic, int Pulse, string? Notes);
}
