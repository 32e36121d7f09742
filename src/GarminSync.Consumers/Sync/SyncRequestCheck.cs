using GarminSync.Consumers.HealthMetrics;
using GarminSync.Contracts;

namespace GarminSync.Consumers.Sync;

/// <summary>Reads the fields of a <see cref="SyncRequested"/>, which anybody may have written.</summary>
internal static class SyncRequestCheck
{
    // Workouts follow; a request for all takes what there is.
    private static readonly string[] KnownKinds = [SyncKinds.Activities, SyncKinds.Health];
    private static readonly string[] AllFormats = [ActivityFileFormats.Original, ActivityFileFormats.Tcx, ActivityFileFormats.Gpx];

    /// <summary>The scope; or null and all that is wrong, for a person.</summary>
    public static (SyncScope? Scope, string? Problem) Read(SyncRequested request)
    {
        var problems = new List<string>();
        var kinds = request.Kinds is { Count: > 0 } asked ? asked : [SyncKinds.Activities, SyncKinds.Health];
        var formats = request.Formats is { Count: > 0 } some ? some : [ActivityFileFormats.Original];
        var start = IsoDay.Read("startDate", request.StartDate, problems);
        var end = IsoDay.Read("endDate", request.EndDate, problems);
        var scheduleOn = IsoDay.Read("scheduleOn", request.ScheduleOn, problems);

        if (start > end)
        {
            problems.Add($"startDate {request.StartDate} is after endDate {request.EndDate}");
        }

        var unknownFormats = formats.Except(AllFormats).ToList();
        if (unknownFormats.Count > 0)
        {
            problems.Add($"formats has '{string.Join("', '", unknownFormats)}'; known are {string.Join(", ", AllFormats)}");
        }

        if (request.Detail is not (null or SyncDetails.Summary or SyncDetails.Intraday))
        {
            problems.Add($"detail is '{request.Detail}'; known are {SyncDetails.Summary}, {SyncDetails.Intraday}");
        }

        var unknownMetrics = (request.Metrics ?? []).Where(name => !MetricSelection.Knows(name)).ToList();
        if (unknownMetrics.Count > 0)
        {
            problems.Add($"metrics has '{string.Join("', '", unknownMetrics)}'; known are {string.Join(", ", MetricCatalogue.Metrics.Select(metric => metric.Name))}");
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
}
