using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Cronos;

namespace GarminSync.Consumers.Schedules;

/// <summary>A rule as people write it, and as it is kept.</summary>
/// <param name="Every">ISO 8601 duration.</param>
/// <param name="Cron">Cron expression of five fields.</param>
/// <param name="TimeZone">IANA time zone of <paramref name="Cron"/>; null: UTC.</param>
internal sealed partial record ScheduleText(string? Every, string? Cron, string? TimeZone)
{
    private const int LongestCron = 256;
    private const int TimesLookedAt = 200;
    private const int YearsLookedAt = 40; // a weekday on a 29th of February
    private const string Utc = "UTC";

    /// <summary>The rule, or null: then the problems are added, each under the name of its field and in words that go on from it.</summary>
    /// <param name="now">A cron expression must have a time after this.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public ScheduleRule? Read(DateTimeOffset now, IDictionary<string, string> problems)
    {
        var rule = Read(problems);
        if (TimeZone is not null && Cron is null)
        {
            Refuse("timeZone", "goes with cron only", problems);
        }

        if (rule?.Cron is { } cron && ProblemOf(cron, now) is { } problem)
        {
            Refuse("cron", problem, problems);
        }

        return problems.Count > 0 ? null : rule;
    }

    /// <summary>The rule of a text that was read before; null when this version or this machine cannot read it any more.</summary>
    public ScheduleRule? ReadKept() => Read(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The same text in the form in which it is kept.</summary>
    public ScheduleText ToKeep(ScheduleRule rule) => rule.Every is { } every ? new(XmlConvert.ToString(every), Cron: null, TimeZone: null) : this with { TimeZone = TimeZone ?? Utc };

    private ScheduleRule? Read(IDictionary<string, string> problems) => (Every, Cron) switch
    {
        (null, null) => Refuse("every", "or cron is required", problems),
        (not null, not null) => Refuse("cron", "must be left out where every is given", problems),
        (not null, null) => ReadEvery(problems),
        _ => ReadCron(problems),
    };

    private ScheduleRule? ReadEvery(IDictionary<string, string> problems)
    {
        if (Duration().Match(Every!) is not { Success: true } match)
        {
            return Refuse("every", "must be an ISO 8601 duration in weeks, days, hours, minutes and seconds, such as PT6H", problems);
        }

        // As decimals, because six digits of weeks are more than fit into a TimeSpan.
        var seconds = Number(match, "weeks", 604_800) + Number(match, "days", 86_400) + Number(match, "hours", 3600) + Number(match, "minutes", 60) + Number(match, "seconds", 1);
        return seconds >= (decimal)ScheduleRule.Shortest.TotalSeconds && seconds <= (decimal)ScheduleRule.Longest.TotalSeconds
            ? ScheduleRule.Each(TimeSpan.FromSeconds((long)seconds))
            : Refuse("every", "must be at least PT15M and at most P31D", problems);
    }

    private ScheduleRule? ReadCron(IDictionary<string, string> problems)
    {
        var zone = ReadZone(problems);
        if (Cron!.Length > LongestCron || Cron.StartsWith('@') || !CronExpression.TryParse(Cron, CronFormat.Standard, out var cron))
        {
            return Refuse("cron", "must be five fields (minute, hour, day of the month, month, day of the week), such as 0 */6 * * *", problems);
        }

        return zone is null ? null : ScheduleRule.At(cron, zone);
    }

    // In UTC: where a clock is put forward, times come closer for a night, and that is no reason to refuse them in some months and not in others.
    private static string? ProblemOf(CronExpression cron, DateTimeOffset now)
    {
        DateTimeOffset? last = null;
        foreach (var time in cron.GetOccurrences(now, now.AddYears(YearsLookedAt), TimeZoneInfo.Utc).Take(TimesLookedAt))
        {
            if (time - last < ScheduleRule.Shortest)
            {
                return "must have at least 15 minutes from one time to the next";
            }

            last = time;
        }

        return last is null ? "has no time that ever comes" : null;
    }

    private TimeZoneInfo? ReadZone(IDictionary<string, string> problems)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? Utc, out var zone) && zone.HasIanaId)
        {
            return zone;
        }

        Refuse("timeZone", "must be an IANA time zone, such as Europe/Berlin", problems);
        return null;
    }

    private static ScheduleRule? Refuse(string field, string problem, IDictionary<string, string> problems)
    {
        problems[field] = problem;
        return null;
    }

    private static decimal Number(Match match, string group, int seconds) =>
        match.Groups[group] is { Success: true, Value: var digits } ? decimal.Parse(digits, CultureInfo.InvariantCulture) * seconds : 0;

    [GeneratedRegex(
        @"^P(?=.)((?<weeks>[0-9]{1,9})W|((?<days>[0-9]{1,9})D)?(T(?=.)((?<hours>[0-9]{1,9})H)?((?<minutes>[0-9]{1,9})M)?((?<seconds>[0-9]{1,9})S)?)?)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Duration();
}
