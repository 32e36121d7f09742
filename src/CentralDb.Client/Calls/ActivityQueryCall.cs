using System.Globalization;

namespace CentralDb.Client;

/// <summary>Puts a query for activities into words.</summary>
internal static class ActivityQueryCall
{
    public static Task<ActivityPage?> ListActivitiesAsync(this ICentralDbApi api, string userId, ActivityQuery query, CancellationToken cancellationToken) =>
        api.ListActivitiesAsync(
            userId,
            query.Types,
            query.Text,
            Text(query.From),
            Text(query.To),
            Text(query.MinDistanceMeters),
            Text(query.MaxDistanceMeters),
            Text(query.MinDurationSeconds),
            Text(query.MaxDurationSeconds),
            query.Sort switch
            {
                ActivitySort.StartTime => "start_time",
                ActivitySort.Distance => "distance_meters",
                ActivitySort.Duration => "duration_seconds",
                ActivitySort.ElevationGain => "elevation_gain_meters",
                ActivitySort.AverageHeartRate => "average_heart_rate",
                _ => throw new ArgumentOutOfRangeException(nameof(query), query.Sort, "There is no such order."),
            },
            query.Ascending ? "asc" : "desc",
            query.Cursor,
            query.Limit,
            cancellationToken);

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(double? number) => number?.ToString(CultureInfo.InvariantCulture);
}
