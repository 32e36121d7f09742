using System.Globalization;

namespace GarminSync.Web.Charts;

/// <summary>Round places on an axis, few enough that their texts do not touch each other on a phone.</summary>
internal static class Ticks
{
    private static readonly double[] RoundSteps = [1, 2, 2.5, 5, 10];

    private static readonly double[] Seconds =
        [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 14400, 21600, 43200, 86400, 172800, 345600, 691200];

    private static readonly int[] Minutes = [1, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440];

    private static readonly int[] DaySteps = [1, 2, 7, 14];

    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120];

    /// <summary>Multiples of 1, 2, 2.5 or 5 times a power of ten.</summary>
    public static IReadOnlyList<Tick> Numbers(double min, double max, int most, Func<double, string> text)
    {
        var rough = (max - min) / most;
        if (!(rough > 0))
        {
            return [new(min, text(min))];
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return Multiples(min, max, RoundSteps.First(step => step * power >= rough * 0.999) * power, text);
    }

    /// <summary>Round durations, in seconds.</summary>
    public static IReadOnlyList<Tick> Durations(double min, double max, int most, Func<double, string> text) =>
        Multiples(min, max, Seconds.FirstOrDefault(step => (max - min) / step <= most, Math.Max(1, max - min)), text);

    /// <summary>Full hours, or parts of hours, by the clock of a zone. Values are seconds since 1970.</summary>
    public static IReadOnlyList<Tick> TimesOfDay(double min, double max, int most, TimeZoneInfo zone)
    {
        var step = Minutes.FirstOrDefault(minutes => (max - min) / 60 / minutes <= most, 1440);
        var first = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds((long)(min * 1000)), zone).Date;
        var ticks = new List<Tick>();
        for (var local = first; ; local = local.AddMinutes(step))
        {
            if (zone.IsInvalidTime(local))
            {
                continue;
            }

            var value = (double)new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUnixTimeSeconds();
            if (value > max)
            {
                return ticks;
            }

            if (value >= min)
            {
                ticks.Add(new(value, local.TimeOfDay == TimeSpan.Zero && step == 1440 ? local.ToString("d MMM", CultureInfo.InvariantCulture) : local.ToString("HH:mm", CultureInfo.InvariantCulture)));
            }
        }
    }

    /// <summary>Days, Mondays, or firsts of months. Values are <see cref="DateOnly.DayNumber"/>.</summary>
    public static IReadOnlyList<Tick> Days(DateOnly from, DateOnly to, int most)
    {
        var days = to.DayNumber - from.DayNumber;
        return Array.Find(DaySteps, step => days / step < most) is var step and > 0 ? EveryDays(from, to, step) : EveryMonths(from, to, most);
    }

    // The days of a week have their names, which fit on a phone.
    private static List<Tick> EveryDays(DateOnly from, DateOnly to, int step)
    {
        // Weeks begin on Monday, whichever day the axis begins on; day number 0 was one.
        var first = step < 7 ? from.DayNumber : (from.DayNumber + 6) / 7 * 7;
        var ticks = new List<Tick>();
        for (var day = first; day <= to.DayNumber; day += step)
        {
            ticks.Add(new(day, DateOnly.FromDayNumber(day).ToString(to.DayNumber - from.DayNumber == 6 ? "ddd" : "d MMM", CultureInfo.InvariantCulture)));
        }

        return ticks;
    }

    private static List<Tick> EveryMonths(DateOnly from, DateOnly to, int most)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        var step = MonthSteps.FirstOrDefault(step => months / step < most, 240);
        var ticks = new List<Tick>();
        for (var month = new DateOnly(from.Year, 1, 1); month <= to; month = month.AddMonths(step))
        {
            if (month >= from)
            {
                ticks.Add(new(month.DayNumber, month.ToString(step >= 12 ? "yyyy" : month.Month == 1 || ticks.Count == 0 ? "MMM yyyy" : "MMM", CultureInfo.InvariantCulture)));
            }
        }

        return ticks;
    }

    private static List<Tick> Multiples(double min, double max, double step, Func<double, string> text)
    {
        var ticks = new List<Tick>();
        for (var number = Math.Ceiling((min / step) - 1e-9); number * step <= max + (step * 1e-9); number++)
        {
            // Rounded up from a little below it, zero is -0.
            var value = (number * step) + 0.0;
            ticks.Add(new(value, text(value)));
        }

        return ticks;
    }
}
