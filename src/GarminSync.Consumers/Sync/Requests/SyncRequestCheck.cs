using System.Globalization;
using GarminSync.Contracts;

namespace GarminSync.Consumers.Sync;

/// <summary>Reads the fields of a <see cref="SyncRequested"/>, which anybody may have written.</summary>
internal sealed class SyncRequestCheck(IEnumerable<ISyncKind> kinds)
{
    private const int MostMetrics = 500;
    private static readonly DateOnly Earliest = DateOnly.ParseExact(SyncRequested.EarliestDay, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The scope; or null, and a sentence for a person that names all problems.</summary>
    public (SyncScope? Scope, string? Problem) Read(SyncRequested request)
    {
        var problems = new List<string>();
        var wanted = Wanted(request, problems);
        var start = IsoDay.Read("startDate", request.StartDate, problems);
        var end = IsoDay.Read("endDate", request.EndDate, problems);
        var scheduleOn = IsoDay.Read("scheduleOn", request.ScheduleOn, problems);

        if (start < Earliest)
        {
            problems.Add($"startDate {request.StartDate} is before {SyncRequested.EarliestDay}; leave it out for everything that is not yet synchronised");
        }

        if (request.Metrics?.Count > MostMetrics)
        {
            problems.Add($"metrics has {request.Metrics.Count} names; at most {MostMetrics} go into one request");
        }

        if (start > end)
        {
            problems.Add($"startDate {request.StartDate} is after endDate {request.EndDate}");
        }

        foreach (var kind in kinds)
        {
            kind.Check(request, wanted.Contains(kind.Kind), problems);
        }

        return problems.Count > 0
            ? (null, string.Join("; ", problems) + ".")
            : (new SyncScope
            {
                Kinds = wanted,
                Formats = request.Formats is { Count: > 0 } formats ? [.. formats.Distinct()] : [ActivityFileFormats.Original],
                StartDate = start,
                EndDate = end,
                Metrics = request.Metrics is { Count: > 0 } metrics ? [.. metrics.Distinct()] : null,
                Detail = request.Detail,
                Force = request.Force ?? false,
                WorkoutIds = request.WorkoutIds is { Count: > 0 } ids ? [.. ids.Distinct()] : null,
                ScheduleOn = scheduleOn,
                RemoveWorkouts = request.RemoveWorkouts ?? false,
            }, null);
    }

    private string[] Wanted(SyncRequested request, List<string> problems)
    {
        if (request.Kinds is null or { Count: 0 })
        {
            var implied = Names(kind => kind.InclusionIn(request) == KindInclusion.Implied);
            return implied.Length > 0 ? implied : Names(kind => kind.InclusionIn(request) == KindInclusion.ByDefault);
        }

        if (request.Kinds.Contains(SyncKinds.All))
        {
            return Names(kind => kind.InclusionIn(request) != KindInclusion.OnlyWhenNamed);
        }

        var known = Names(_ => true);
        var wanted = request.Kinds.Intersect(known).ToArray();
        if (wanted.Length == 0)
        {
            problems.Add($"kinds has '{string.Join("', '", request.Kinds)}'; this version can synchronise {string.Join(", ", known)}");
        }

        return wanted;
    }

    private string[] Names(Func<ISyncKind, bool> which) => [.. kinds.Where(which).Select(kind => kind.Kind)];
}
