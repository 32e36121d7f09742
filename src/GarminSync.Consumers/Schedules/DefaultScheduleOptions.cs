using System.Xml;

namespace GarminSync.Consumers.Schedules;

/// <summary>The schedule of all accounts that have none of their own. There is one if <see cref="Every"/> or <see cref="Cron"/> is given.</summary>
internal sealed class DefaultScheduleOptions
{
    /// <summary>The time from one sync to the next: 15 minutes to 31 days, in whole seconds. Default: empty; 1 hour in the standalone.</summary>
    public TimeSpan? Every { get; set; }

    /// <summary>Instead of that, a cron expression of five fields. Default: empty.</summary>
    public string? Cron { get; set; }

    /// <summary>The IANA time zone of the cron expression. Default: UTC.</summary>
    public string? TimeZone { get; set; }

    /// <summary>What is synchronised. Default: activities and health.</summary>
    public IList<string> Kinds { get; set; } = [];

    /// <summary>Whether Garmin is asked first whether there is anything new. Default: false.</summary>
    public bool Smart { get; set; }

    internal IReadOnlyList<string>? KindList => Kinds.Count > 0 ? [.. Kinds] : null;

    /// <summary>Null when there is no default schedule.</summary>
    internal ScheduleText? Text => Every is null && string.IsNullOrWhiteSpace(Cron)
        ? null
        : new ScheduleText(Every is { } every ? XmlConvert.ToString(every) : null, OrNull(Cron), OrNull(TimeZone));

    // An option that is set to nothing in the environment counts as left out.
    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
