using System.Globalization;
using System.Xml;
using GarminSync.Web.Api;
using GarminSync.Web.Shown;

namespace GarminSync.Web.Schedules;

/// <summary>A schedule in words.</summary>
internal static class ScheduleWords
{
    public static string Of(Schedule schedule)
    {
        if (schedule.Source == Schedule.None)
        {
            return Texts.Schedule_NoneNow;
        }

        var rhythm = schedule.Cron is { } cron ? Texts.Schedule_NowCron.With(cron, schedule.TimeZone ?? "UTC") : Every(schedule.Every);
        var smart = schedule.Smart ? $", {Texts.Schedule_NowSmart}" : "";
        return $"{rhythm}: {string.Join(", ", schedule.Kinds.Select(Words.Kind))}{smart}. {(schedule.Source == Schedule.Default ? Texts.Schedule_Default : Texts.Schedule_Own)}";
    }

    /// <summary>An ISO 8601 duration in hours; null when it is none.</summary>
    public static string? Hours(string? duration) => Read(duration)?.TotalHours.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Every(string? duration) => Read(duration) switch
    {
        { TotalMinutes: < 60 } every => Texts.Schedule_NowMinutes.With(every.TotalMinutes),
        { TotalHours: 1 } => Texts.Schedule_NowHour,
        { TotalHours: < 48 } every => Texts.Schedule_NowHours.With(Math.Round(every.TotalHours, 2)),
        { } every => Texts.Schedule_NowDays.With(Math.Round(every.TotalDays, 1)),
        null => Texts.Schedule_NowEvery.With(duration),
    };

    // A duration of weeks, P1W, is not read by .NET.
    private static TimeSpan? Read(string? duration)
    {
        if (duration is null)
        {
            return null;
        }

        if (duration.StartsWith('P') && duration.EndsWith('W') && int.TryParse(duration[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var weeks))
        {
            return TimeSpan.FromDays(7 * weeks);
        }

        try
        {
            return XmlConvert.ToTimeSpan(duration);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
