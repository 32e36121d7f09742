using System.Globalization;
using GarminSync.Web.Api;
using GarminSync.Web.Shown;
using MudBlazor;

namespace GarminSync.Web.Activities;

/// <summary>What an activity is called, and its sign.</summary>
internal static class ActivityWords
{
    public static string Name(GarminActivity activity) => string.IsNullOrWhiteSpace(activity.Name) ? Type(activity.ActivityType) : activity.Name;

    /// <summary><c>trail_running</c> as "Trail running".</summary>
    public static string Type(string? type) => type is null ? Texts.Activities_TypeUnknown : type == GarminActivity.Multisport ? Texts.Activities_Multisport : Words.MetricName(type);

    /// <summary>When it began by the clock of the place; null when that is not known.</summary>
    public static DateTime? LocalStart(GarminActivity activity) =>
        activity.StartTimeLocal ?? (activity is { StartTime: { } at, UtcOffsetSeconds: { } ahead } ? at.UtcDateTime.AddSeconds(ahead) : null);

    /// <summary>When it began by the clock of the place, or else in UTC, which is said; null when neither is known.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="format">For people.</param>
    public static string? Start(GarminActivity activity, string format) =>
        LocalStart(activity)?.ToString(format, CultureInfo.InvariantCulture)
        ?? (activity.StartTime is { } at ? $"{at.UtcDateTime.ToString(format, CultureInfo.InvariantCulture)} UTC" : null);

    /// <summary>The same for programs.</summary>
    public static string? StartMark(GarminActivity activity) =>
        LocalStart(activity)?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) ?? activity.StartTime?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Such as "FIT", or "FIT (2)" for the second of several.</summary>
    public static string File(ActivityFile file) => $"{file.Format.ToUpperInvariant()}{(file.Part > 1 ? $" ({file.Part.ToString(CultureInfo.InvariantCulture)})" : "")}";

    /// <summary>What changed in a revision.</summary>
    /// <param name="changed">As the API says it; null when that is not known.</param>
    public static string Changes(IReadOnlyList<string>? changed) => changed switch
    {
        null => Texts.Activities_ChangeUnknown,
        [] => Texts.Activities_ChangeNone,
        _ => string.Join(", ", changed.Select(Change).Distinct(StringComparer.Ordinal)),
    };

    private static string Change(string field) => field switch
    {
        ActivityFile.Fit or "tcx" or "gpx" => Texts.Activities_ChangeFile.With(field.ToUpperInvariant()),
        "name" => Texts.Activities_ChangeName,
        "activity_type" => Texts.Activities_Type,
        "start_time" or "start_time_local" or "utc_offset_seconds" => Texts.Activities_ChangeStart,
        "distance_meters" => Texts.Activities_Distance,
        "duration_seconds" => Texts.Activities_Duration,
        "elevation_gain_meters" => Texts.Activities_Ascent,
        "average_heart_rate" or "max_heart_rate" => Texts.Activities_HeartRate,
        "raw_summary" => Texts.Activities_ChangeDetails,
        _ => Words.MetricName(field),
    };

    /// <summary>Whether somebody runs or walks: such have a pace, and steps.</summary>
    /// <param name="type">Garmin's key of a kind of activity, or FIT's of a sport; null when it is not known.</param>
    public static bool OnFoot(string? type) =>
        type is not null && (Has(type, "running") || Has(type, "walking") || Has(type, "hiking") || type.EndsWith("_run", StringComparison.Ordinal));

    public static bool InWater(string? type) => type is not null && Has(type, "swim");

    public static string Icon(string? type) => type switch
    {
        null => Icons.Material.Rounded.Timer,
        GarminActivity.Multisport => Icons.Material.Rounded.Layers,
        _ when Has(type, "cycling") || Has(type, "biking") => Icons.Material.Rounded.DirectionsBike,
        _ when InWater(type) => Icons.Material.Rounded.Pool,
        _ when Has(type, "hiking") || Has(type, "mountaineering") => Icons.Material.Rounded.Hiking,
        _ when Has(type, "walking") => Icons.Material.Rounded.DirectionsWalk,
        _ when OnFoot(type) => Icons.Material.Rounded.DirectionsRun,
        _ when Has(type, "strength") || Has(type, "fitness") || Has(type, "cardio") => Icons.Material.Rounded.FitnessCenter,
        _ when Has(type, "yoga") || Has(type, "pilates") || Has(type, "breath") => Icons.Material.Rounded.SelfImprovement,
        _ when Has(type, "ski") || Has(type, "snow") => Icons.Material.Rounded.DownhillSkiing,
        _ when Has(type, "row") || Has(type, "paddl") || Has(type, "kayak") => Icons.Material.Rounded.Rowing,
        _ => Icons.Material.Rounded.Timer,
    };

    private static bool Has(string type, string word) => type.Contains(word, StringComparison.Ordinal);
}
