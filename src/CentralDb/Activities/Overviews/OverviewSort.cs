using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Activities.Overviews;

/// <summary>
/// The order of a list: by one column, then by Garmin's id, which stays when records come and go. What has no value comes last both ways, in a query of its own,
/// because SQLite and PostgreSQL put it at different ends of an index.
/// </summary>
/// <param name="Name">The column, as callers call it.</param>
/// <param name="Descending">Whether the largest comes first.</param>
internal sealed record OverviewSort(string Name, bool Descending)
{
    public const string ByStart = "start_time";

    private static readonly Dictionary<string, (string Property, Func<ActivityOverview, double?> Value)> Numbers = new(StringComparer.Ordinal)
    {
        ["distance_meters"] = (nameof(ActivityOverview.DistanceMeters), overview => overview.DistanceMeters),
        ["duration_seconds"] = (nameof(ActivityOverview.DurationSeconds), overview => overview.DurationSeconds),
        ["elevation_gain_meters"] = (nameof(ActivityOverview.ElevationGainMeters), overview => overview.ElevationGainMeters),
        ["average_heart_rate"] = (nameof(ActivityOverview.AverageHeartRate), overview => overview.AverageHeartRate),
    };

    public static IEnumerable<string> Names => [ByStart, .. Numbers.Keys];

    private string Property => Name == ByStart ? nameof(ActivityOverview.StartTime) : Numbers[Name].Property;

    /// <summary>The place of an activity in this order.</summary>
    public OverviewPlace PlaceOf(ActivityOverview overview) => Name == ByStart
        ? new(overview.StartTime, Number: null, overview.GarminActivityId)
        : new(Start: null, Numbers[Name].Value(overview), overview.GarminActivityId);

    /// <summary>Those that have a value, in order, from behind a place.</summary>
    public IQueryable<ActivityOverview> WithValue(IQueryable<ActivityOverview> overviews, OverviewPlace? after)
    {
        var property = Property;
        var found = overviews.Where(overview => EF.Property<object?>(overview, property) != null);
        if (after is not null)
        {
            found = Name == ByStart ? Behind(found, after.Start!.Value, after.GarminActivityId) : Behind(found, after.Number!.Value, after.GarminActivityId);
        }

        return Descending
            ? found.OrderByDescending(overview => EF.Property<object?>(overview, property)).ThenByDescending(overview => overview.GarminActivityId)
            : found.OrderBy(overview => EF.Property<object?>(overview, property)).ThenBy(overview => overview.GarminActivityId);
    }

    /// <summary>Those that have none, in order, from behind a place.</summary>
    public IQueryable<ActivityOverview> WithoutValue(IQueryable<ActivityOverview> overviews, OverviewPlace? after)
    {
        var property = Property;
        var found = overviews.Where(overview => EF.Property<object?>(overview, property) == null);
        if (after is not null)
        {
            var id = after.GarminActivityId;
            found = Descending ? found.Where(overview => overview.GarminActivityId < id) : found.Where(overview => overview.GarminActivityId > id);
        }

        return Descending ? found.OrderByDescending(overview => overview.GarminActivityId) : found.OrderBy(overview => overview.GarminActivityId);
    }

    // The first comparison alone says where in the index to begin.
    private IQueryable<ActivityOverview> Behind(IQueryable<ActivityOverview> overviews, DateTimeOffset start, long id) => Descending
        ? overviews.Where(overview => overview.StartTime <= start && (overview.StartTime < start || overview.GarminActivityId < id))
        : overviews.Where(overview => overview.StartTime >= start && (overview.StartTime > start || overview.GarminActivityId > id));

    private IQueryable<ActivityOverview> Behind(IQueryable<ActivityOverview> overviews, double number, long id)
    {
        var property = Property;
        return Descending
            ? overviews.Where(overview => EF.Property<double?>(overview, property) <= number
                && (EF.Property<double?>(overview, property) < number || overview.GarminActivityId < id))
            : overviews.Where(overview => EF.Property<double?>(overview, property) >= number
                && (EF.Property<double?>(overview, property) > number || overview.GarminActivityId > id));
    }
}
