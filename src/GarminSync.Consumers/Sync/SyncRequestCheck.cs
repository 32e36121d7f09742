using System.Globalization;
using GarminSync.Contracts;

namespace GarminSync.Consumers.Sync;

/// <summary>Reads the fields of a <see cref="SyncRequested"/>, which anybody may have written.</summary>
internal static class SyncRequestCheck
{
    // Health metrics and workouts follow; a request for all takes what there is.
    private static readonly string[] KnownKinds = [SyncKinds.Activities];
    private static readonly string[] AllFormats = [ActivityFileFormats.Original, ActivityFileFormats.Tcx, ActivityFileFormats.Gpx];

    /// <summary>The scope; or null and all that is wrong, for a person.</summary>
    public static (SyncScope? Scope, string? Problem) Read(SyncRequested request)
    {
        var problems = new List<string>();
        var kinds = request.Kinds is { Count: > 0 } asked ? asked : [SyncKinds.Activities, SyncKinds.Health];
        var formats = request.Formats is { Count: > 0 } some ? some : [ActivityFileFormats.Original];
        var start = Day(nameof(request.StartDate), request.StartDate, problems);
        var end = Day(nameof(request.EndDate), request.EndDate, problems);
        var scheduleOn = Day(nameof(request.ScheduleOn), request.ScheduleOn, problems);

        if (start > end)
        {
            problems.Add($"startDate {request.StartDate} is after endDate {request.EndDate}");
        }

        var unknownFormats = formats.Except(AllFormats).ToList();
        if (unknownFormats.Count > 0)
        {
            problems.Add($"formats has '{string.Join("', '", unknownFormats)}'; known are {string.Join(", ", AllFormats)}");
        }

        var taken = kinds.Contains(SyncKinds.All) ? KnownKinds : kinds.Intersect(KnownKinds).ToArray();
        if (taken.Length == 0)
        {
            problems.Add($"kinds has '{string.Join("', '", kinds)}'; this version can synchronise {string.Join(", ", KnownKinds)}");
        }

        return problems.Count > 0
            ? (null, string.Join("; ", problems) + ".")
            : (new SyncScope
            {
                Kinds = taken,
                Formats = [.. formats.Distinct()],
                StartDate = start,
                EndDate = end,
                Metrics = request.Metrics is { Count: > 0 } ? request.Metrics : null,
                Detail = request.Detail,
                Force = request.Force ?? false,
                WorkoutIds = request.WorkoutIds,
                ScheduleOn = scheduleOn,
            }, null);
    }

    private static DateOnly? Day(string name, string? text, List<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        problems.Add($"{char.ToLowerInvariant(name[0])}{name[1..]} is '{text}'; a day is written YYYY-MM-DD");
        return null;
    }
}
