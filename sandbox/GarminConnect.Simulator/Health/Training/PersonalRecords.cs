using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The athlete's personal records: the most steps in a day, week and month of the history, and two runs that are none of the listed activities.</summary>
internal static class PersonalRecords
{
    private const int FiveKilometers = 3;
    private const int LongestRun = 7;
    private const int MostStepsInADay = 12;
    private const int MostStepsInAWeek = 13;
    private const int MostStepsInAMonth = 14;

    public static IReadOnlyList<object> Of(Athlete athlete)
    {
        var days = new HealthRange(athlete.Health, athlete.Health.FirstDay, athlete.Health.Today).Measured.ToList();
        if (days.Count == 0)
        {
            return [];
        }

        List<object> records =
        [
            Steps(athlete, MostStepsInADay, days.GroupBy(day => day.Day.DayNumber)),
            Steps(athlete, MostStepsInAWeek, days.GroupBy(day => (day.Day.DayNumber - 1) / 7)),
            Steps(athlete, MostStepsInAMonth, days.GroupBy(day => (day.Day.Year * 12) + day.Day.Month)),
        ];
        if (days.LastOrDefault(day => day is { Fitness.Races: not null, Exercised: true }) is { } run)
        {
            records.Add(Record(athlete, FiveKilometers, run.Fitness!.Races!.FiveKilometers, run.Plan.Exercise!.Value.From));
            records.Add(Record(athlete, LongestRun, 21_097.5, run.Plan.Exercise.Value.From));
        }

        return records;
    }

    private static object Steps(Athlete athlete, int type, IEnumerable<IGrouping<int, HealthDay>> periods)
    {
        var best = periods.MaxBy(period => period.Sum(day => day.Movement!.Steps))!;
        return Record(athlete, type, best.Sum(day => day.Movement!.Steps), best.First().Start);
    }

    private static object Record(Athlete athlete, int type, double value, DateTimeOffset start) => new
    {
        id = (athlete.ProfileId * 100) + type,
        typeId = type,
        status = "ACCEPTED",
        activityId = 0,
        activityName = (string?)null,
        activityType = (string?)null,
        activityStartDateTimeInGMT = (string?)null,
        activityStartDateTimeLocal = (string?)null,
        value,
        prStartTimeGmt = start.ToUnixTimeMilliseconds(),
        prStartTimeGmtFormatted = Envelope.Gmt(start),
        prStartTimeLocal = new DateTimeOffset(athlete.Health.Local(start), TimeSpan.Zero).ToUnixTimeMilliseconds(),
        prStartTimeLocalFormatted = Envelope.Local(athlete, start),
        prTypeLabelKey = (string?)null,
        poolLengthUnit = (object?)null,
    };
}
