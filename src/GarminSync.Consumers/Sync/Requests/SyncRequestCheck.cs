using GarminConnect.Client.Health;
using GarminSync.Consumers.HealthMetrics;
using GarminSync.Contracts;

namespace GarminSync.Consumers.Sync;

/// <summary>Reads the fields of a <see cref="SyncRequested"/>, which anybody may have written.</summary>
internal static class SyncRequestCheck
{
    private const int MostWorkouts = 100;

    private static readonly string[] KnownKinds = [SyncKinds.Activities, SyncKinds.Health, SyncKinds.Workouts];
    private static readonly string[] FromGarmin = [SyncKinds.Activities, SyncKinds.Health];
    private static readonly string[] AllFormats = [ActivityFileFormats.Original, ActivityFileFormats.Tcx, ActivityFileFormats.Gpx];

    /// <summary>The scope; or null and all that is wrong, for a person.</summary>
    public static (SyncScope? Scope, string? Problem) Read(SyncRequested request)
    {
        var problems = new List<string>();
        var kinds = Kinds(request, problems);
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

        CheckWorkouts(request, kinds, problems);

        return problems.Count > 0
            ? (null, string.Join("; ", problems) + ".")
            : (new SyncScope
            {
                Kinds = kinds,
                Formats = [.. formats.Distinct()],
                StartDate = start,
                EndDate = end,
                Metrics = request.Metrics is { Count: > 0 } ? request.Metrics : null,
                Detail = request.Detail,
                Force = request.Force ?? false,
                WorkoutIds = request.WorkoutIds is { Count: > 0 } ids ? [.. ids.Distinct()] : null,
                ScheduleOn = scheduleOn,
            }, null);
    }

    // What is not named is what comes from Garmin; but ids of workouts can only mean workouts, and all of a request with ids is all three.
    private static string[] Kinds(SyncRequested request, List<string> problems)
    {
        var workouts = request.WorkoutIds is { Count: > 0 };
        if (request.Kinds is null or { Count: 0 })
        {
            return workouts ? [SyncKinds.Workouts] : FromGarmin;
        }

        if (request.Kinds.Contains(SyncKinds.All))
        {
            return workouts ? KnownKinds : FromGarmin;
        }

        var taken = request.Kinds.Intersect(KnownKinds).ToArray();
        if (taken.Length == 0)
        {
            problems.Add($"kinds has '{string.Join("', '", request.Kinds)}'; this version can synchronise {string.Join(", ", KnownKinds)}");
        }

        return taken;
    }

    private static void CheckWorkouts(SyncRequested request, string[] kinds, List<string> problems)
    {
        var asked = kinds.Contains(SyncKinds.Workouts);
        if (asked && request.WorkoutIds is null or { Count: 0 })
        {
            problems.Add("workoutIds is needed to synchronise workouts: CentralDB's ids of the plans to upload");
        }
        else if (!asked && request.WorkoutIds is { Count: > 0 })
        {
            problems.Add($"workoutIds is for the kind {SyncKinds.Workouts}, which kinds does not have");
        }

        if (request.WorkoutIds?.Any(string.IsNullOrWhiteSpace) == true)
        {
            problems.Add("workoutIds has an empty id");
        }

        if (request.WorkoutIds?.Count > MostWorkouts)
        {
            problems.Add($"workoutIds has {request.WorkoutIds.Count}; at most {MostWorkouts} go into one request");
        }
    }
}
