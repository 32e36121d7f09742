using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GarminSync.Consumers.GarminConnect;

/// <summary>The data of one account at Garmin Connect.</summary>
/// <remarks>Every call throws the exceptions of <see cref="GarminApi.GetAsync"/>.</remarks>
internal sealed class GarminConnectClient(GarminApi api, ActivityDownloader downloader)
{
    private const int PageSize = 100;

    public async Task<GarminProfile> GetProfileAsync(GarminSession session, CancellationToken cancellationToken)
    {
        using var profile = await api.GetJsonAsync(session, new GarminCall("userprofile-service/socialProfile", "the profile"), cancellationToken);
        return GarminProfile.Read(profile?.RootElement ?? default);
    }

    /// <summary>The activities whose local start day lies in the range, both ends included, newest first; each once.</summary>
    public async IAsyncEnumerable<GarminActivity> ListActivitiesAsync(
        GarminSession session, DateOnly? from, DateOnly? to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<long>();
        var start = 0;
        while (true)
        {
            using var page = await api.GetJsonAsync(session, new GarminCall(PagePath(start, from, to), "the list of activities"), cancellationToken);
            var rows = Rows(page);
            // A page that brings nothing new ends it too: else a server that ignores the offset would never let go.
            var fresh = rows.Select(GarminActivityRow.Read).OfType<GarminActivity>().Where(activity => seen.Add(activity.ActivityId)).ToList();
            if (fresh.Count == 0)
            {
                yield break;
            }

            foreach (var activity in fresh)
            {
                yield return activity;
            }

            start += rows.Count;
        }
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

    private static List<JsonElement> Rows(JsonDocument? page) => page?.RootElement.ValueKind switch
    {
        null or JsonValueKind.Null => [],
        JsonValueKind.Array => [.. page.RootElement.EnumerateArray()],
        _ => throw new GarminUnreachableException("the list of activities", "its answer is not a list"),
    };
}
