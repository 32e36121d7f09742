namespace GarminSync.Web.Shown;

internal static class Durations
{
    /// <summary>A countdown: <c>1:02:03</c> or <c>2:03</c>.</summary>
    public static string Clock(TimeSpan left) => left.TotalHours >= 1
        ? $"{(int)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00}"
        : $"{left.Minutes}:{left.Seconds:00}";

    /// <summary>A duration in its two largest units: <c>3 min 12 s</c>.</summary>
    public static string Words(TimeSpan duration) => duration switch
    {
        { TotalHours: >= 1 } => $"{(int)duration.TotalHours} h {duration.Minutes} min",
        { TotalMinutes: >= 1 } => $"{(int)duration.TotalMinutes} min {duration.Seconds} s",
        _ => $"{(int)duration.TotalSeconds} s",
    };
}
