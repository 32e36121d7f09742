using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers about many nights.</summary>
internal static class SleepStatsBodies
{
    public static object Range(Athlete athlete, HealthRange range)
    {
        var days = range.Days.Where(day => day.Night is not null).ToList();
        return new
        {
            overallStats = days.Count == 0 ? null : Averages(days),
            individualStats = days.Select(day => new { calendarDate = GarminTime.Day(day.Day), values = Values(athlete, day) }),
        };
    }

    public static object Week(Athlete athlete, HealthRange week) => new
    {
        calendarDate = GarminTime.Day(week.From),
        values = Averages([.. week.Days.Where(day => day.Night is not null)]),
    };

    /// <summary>Each day of the history has a row; without a night its value is null.</summary>
    public static object Scores(Athlete athlete, HealthRange range) => athlete.Health.Device == HealthDevice.None
        ? []
        : range.Days.Select(day => new { calendarDate = GarminTime.Day(day.Day), value = day.Night?.Score });

    /// <summary>The nights of a range as GraphQL lists them: the oldest first.</summary>
    public static object Nights(Athlete athlete, HealthRange range) =>
        range.Days.Where(day => day.Night is not null).Select(day => Envelope.Join(SleepDto.Of(athlete, day, day.Night!), new { dailyNapDTOS = Array.Empty<object>() }));

    private static object Values(Athlete athlete, HealthDay day)
    {
        var (night, variability) = (day.Night!, day.Variability);
        return new
        {
            sleepScore = night.Score,
            sleepScoreQuality = night.Quality,
            totalSleepTimeInSeconds = night.AsleepSeconds,
            deepTime = night.DeepSeconds,
            lightTime = night.LightSeconds,
            remTime = night.RemSeconds,
            awakeTime = night.AwakeSeconds,
            sleepNeed = SleepBody.NeedMinutes,
            gmtSleepStartTimeInMillis = night.Start.ToUnixTimeMilliseconds(),
            gmtSleepEndTimeInMillis = night.End.ToUnixTimeMilliseconds(),
            localSleepStartTimeInMillis = GarminTime.LocalMilliseconds(athlete.Health.Local(night.Start)),
            localSleepEndTimeInMillis = GarminTime.LocalMilliseconds(athlete.Health.Local(night.End)),
            avgHeartRate = Math.Round(night.AverageHeartRate),
            restingHeartRate = day.Heart!.Resting,
            bodyBatteryChange = night.BodyBatteryChange,
            respiration = night.AverageBreaths,
            spO2 = night.AverageOxygen,
            skinTempC = day.Watch ? night.SkinTemperatureDeviationCelsius : (double?)null,
            skinTempF = day.Watch ? Math.Round(night.SkinTemperatureDeviationCelsius * 1.8, 1) : (double?)null,
            avgOvernightHrv = (double?)variability?.NightAverage,
            hrv7dAverage = (double?)variability?.WeekAverage,
            hrvStatus = variability?.Status,
        };
    }

    private static object Averages(IReadOnlyList<HealthDay> days) => new
    {
        averageSleepSeconds = Average(days, day => day.Night!.AsleepSeconds),
        averageSleepScore = Average(days, day => day.Night!.Score),
        averageRestingHeartRate = Average(days, day => day.Heart!.Resting),
        averageRespiration = Average(days, day => day.Night!.AverageBreaths),
        averageBodyBatteryChange = Average(days, day => day.Night!.BodyBatteryChange),
        averageSleepNeed = (double)SleepBody.NeedMinutes,
        averageSpO2 = Average(days, day => day.Night!.AverageOxygen),
    };

    private static double? Average(IReadOnlyList<HealthDay> days, Func<HealthDay, double?> value) => days.Average(value) is { } average ? Math.Round(average, 2) : null;
}
