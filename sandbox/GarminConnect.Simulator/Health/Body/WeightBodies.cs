using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers about weight.</summary>
internal static class WeightBodies
{
    private const int LookBackDays = 60;

    /// <summary>All entries of the days in one list, newest first.</summary>
    public static object List(Athlete athlete, HealthRange range) => new
    {
        startDate = GarminTime.Day(range.From),
        endDate = GarminTime.Day(range.To),
        dateWeightList = Deltas(athlete, range).Select(pair => Entry(pair.Entry, pair.Delta)).Reverse(),
        totalAverage = Average(range),
    };

    /// <summary>The newest day first, and in a day the newest entry.</summary>
    public static object Range(Athlete athlete, HealthRange range) => new
    {
        dailyWeightSummaries = Deltas(athlete, range).GroupBy(pair => pair.Entry.Day).Reverse().Select(day => new
        {
            summaryDate = GarminTime.Day(day.Key),
            numOfWeightEntries = day.Count(),
            minWeight = day.Min(pair => pair.Entry.Grams),
            maxWeight = day.Max(pair => pair.Entry.Grams),
            latestWeight = Entry(day.Last().Entry, day.Last().Delta),
            allWeightMetrics = day.Reverse().Select(pair => Entry(pair.Entry, pair.Delta)),
        }),
        totalAverage = Average(range),
        previousDateWeight = Entry(Before(athlete, range.From), null),
        nextDateWeight = Entry(After(athlete, range.To), null),
    };

    /// <summary>The newest entry up to a day; 204 without one.</summary>
    public static object? Latest(Athlete athlete, HealthDay day) => Before(athlete, day.Day.AddDays(1)) is { } entry ? Entry(entry, null) : null;

    private static WeighIn? Before(Athlete athlete, DateOnly day) =>
        new HealthRange(athlete.Health, day.AddDays(-LookBackDays), day.AddDays(-1)).Days.Reverse().SelectMany(past => past.WeighIns.Reverse()).FirstOrDefault();

    private static WeighIn? After(Athlete athlete, DateOnly day) =>
        new HealthRange(athlete.Health, day.AddDays(1), day.AddDays(LookBackDays)).Days.SelectMany(next => next.WeighIns).FirstOrDefault();

    /// <summary>The entries, oldest first, with the difference of each to the one before it.</summary>
    private static List<(WeighIn Entry, double? Delta)> Deltas(Athlete athlete, HealthRange range)
    {
        var before = Before(athlete, range.From);
        var entries = new List<(WeighIn, double?)>();
        foreach (var entry in range.Days.SelectMany(day => day.WeighIns))
        {
            entries.Add((entry, entry.Grams - before?.Grams));
            before = entry;
        }

        return entries;
    }

    private static object Entry(WeighIn? entry, double? delta) => new
    {
        samplePk = entry?.Id,
        date = entry is null ? (long?)null : GarminTime.LocalMilliseconds(entry.LocalTime),
        calendarDate = entry is null ? null : GarminTime.Day(entry.Day),
        weight = entry?.Grams,
        bmi = entry?.Bmi,
        bodyFat = entry?.BodyFatPercent,
        bodyWater = entry?.BodyWaterPercent,
        boneMass = entry?.BoneGrams,
        muscleMass = entry?.MuscleGrams,
        physiqueRating = (double?)null,
        visceralFat = (double?)null,
        metabolicAge = (int?)null,
        sourceType = entry?.Source,
        timestampGMT = entry?.Time.ToUnixTimeMilliseconds(),
        weightDelta = delta,
    };

    private static object Average(HealthRange range)
    {
        var entries = range.Days.SelectMany(day => day.WeighIns).ToList();
        return new
        {
            from = GarminTime.LocalMilliseconds(range.From.ToDateTime(TimeOnly.MinValue)),
            until = GarminTime.LocalMilliseconds(range.To.AddDays(1).ToDateTime(TimeOnly.MinValue)) - 1,
            weight = entries.Average(entry => (double?)entry.Grams),
            bmi = entries.Average(entry => entry.Bmi),
            bodyFat = entries.Average(entry => entry.BodyFatPercent),
            bodyWater = entries.Average(entry => entry.BodyWaterPercent),
            boneMass = (int?)entries.Average(entry => entry.BoneGrams),
            muscleMass = (int?)entries.Average(entry => entry.MuscleGrams),
            physiqueRating = (double?)null,
            visceralFat = (double?)null,
            metabolicAge = (int?)null,
        };
    }
}
