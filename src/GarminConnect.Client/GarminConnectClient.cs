using System.Globalization;
using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>The data of one account at Garmin Connect.</summary>
/// <remarks>Every call throws the exceptions of <see cref="GarminApi.GetAsync"/>.</remarks>
internal sealed class GarminConnectClient(GarminApi api, ActivityDownloader downloader)
{
    private const int PageSize = 100;
    private const string List = "the list of activities";

    public async Task<GarminProfile> GetProfileAsync(GarminSession session, CancellationToken cancellationToken)
    {
        using var profile = await api.GetJsonAsync(session, new GarminCall("userprofile-service/socialProfile", "the profile"), cancellationToken);
        return GarminProfile.Read(profile?.RootElement ?? default);
    }

    /// <summary>The activities whose local start day lies in the range, both ends included.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="from">First day; null for the first there is.</param>
    /// <param name="to">Last day; null for the last there is.</param>
    /// <param name="stopBefore">The list, which is newest first, is read as far back as this; null for all of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ActivityListing> ListActivitiesAsync(
        GarminSession session, DateOnly? from, DateOnly? to, DateTimeOffset? stopBefore, CancellationToken cancellationToken)
    {
        var listing = new ActivityListing(stopBefore);
        while (!listing.HasEnded)
        {
            using var page = await api.GetJsonAsync(session, new GarminCall(PagePath(listing.Rows, from, to), List), cancellationToken);
            listing.Add(page?.RootElement switch
            {
                null => default,
                { ValueKind: JsonValueKind.Array or JsonValueKind.Null } rows => rows,
                _ => throw new GarminUnreachableException(List, "its answer is not a list"),
            });
        }

        return listing;
    }

    /// <summary>Null when Garmin does not say.</summary>
    public async Task<ActivityCount?> CountActivitiesAsync(GarminSession session, CancellationToken cancellationToken)
    {
        using var count = await api.GetJsonAsync(session, new GarminCall("activitylist-service/activities/count", "the number of activities"), cancellationToken);
        return ActivityCount.Read(count?.RootElement ?? default);
    }

    /// <summary>Returns when the activity is there.</summary>
    /// <exception cref="GarminNotFoundException">It is not.</exception>
    public async Task FindActivityAsync(GarminSession session, long activityId, CancellationToken cancellationToken)
    {
        using var _ = await api.GetJsonAsync(session, new GarminCall($"activity-service/activity/{activityId}", $"activity {activityId}"), cancellationToken);
    }

    /// <summary>The file of the activity: as uploaded (FIT, or the GPX or TCX that was imported), or rendered by Garmin as TCX or GPX.</summary>
    public Task<ActivityDownload> DownloadActivityAsync(
        GarminSession session, long activityId, ActivityFileSource source, CancellationToken cancellationToken) =>
        downloader.DownloadAsync(session, activityId, source, cancellationToken);

    private static string PagePath(int start, DateOnly? from, DateOnly? to)
    {
        var path = $"activitylist-service/activities/search/activities?start={start}&limit={PageSize}";
        path += from is { } first ? $"&startDate={first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        path += to is { } last ? $"&endDate={last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        return path;
    }
}
