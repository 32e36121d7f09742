using System.Globalization;

namespace GarminSync.Web.Health;

/// <summary>The days that are looked at, in the athlete's calendar.</summary>
/// <param name="Kind">A day, week, month or year, or all.</param>
/// <param name="First">The first day; of <see cref="PeriodKind.All"/> the earliest there can be.</param>
/// <param name="Last">The last day, which may lie ahead.</param>
public sealed record Period(PeriodKind Kind, DateOnly First, DateOnly Last)
{
    // Nobody wore a watch of Garmin's before.
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <param name="kind">As in the address; a month without it, or when it is none.</param>
    /// <param name="date">A day in it, <c>YYYY-MM-DD</c>; today without it, or when it is none that has been.</param>
    /// <param name="today">The day it is.</param>
    public static Period Read(string? kind, string? date, DateOnly today)
    {
        var day = DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named) && named >= Earliest && named <= today ? named : today;
        return Of(Enum.TryParse<PeriodKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : PeriodKind.Month, day, today);
    }

    public static Period Of(PeriodKind kind, DateOnly day, DateOnly today)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var month = new DateOnly(day.Year, day.Month, 1);
        return kind switch
        {
            PeriodKind.Day => new(kind, day, day),
            PeriodKind.Week => new(kind, monday, monday.AddDays(6)),
            PeriodKind.Month => new(kind, month, month.AddMonths(1).AddDays(-1)),
            PeriodKind.Year => new(kind, new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31)),
            _ => new(kind, Earliest, today),
        };
    }

    /// <summary>The day that names it in the address.</summary>
    public string Date => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day in the period before; null when there is none.</summary>
    public DateOnly? Earlier => Kind == PeriodKind.All || First <= Earliest ? null : First.AddDays(-1);

    /// <summary>A day in the period after; null when it has not begun.</summary>
    public DateOnly? Later(DateOnly today) => Kind == PeriodKind.All || Last >= today ? null : Last.AddDays(1);

    public override string ToString() => Kind switch
    {
        PeriodKind.Day => First.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture),
        PeriodKind.Week => $"{First.ToString(First.Year == Last.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture)} – {Last.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}",
        PeriodKind.Month => First.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        PeriodKind.Year => First.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => Texts.Health_All,
    };
}
