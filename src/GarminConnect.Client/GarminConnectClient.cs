using System.Globalization;
using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>The profile of an account at Garmin Connect, its activities and their files. Safe for several threads and accounts at once.</summary>
/// <remarks>Every call may throw each kind of <see cref="GarminException"/>: the kind says what to do next.</remarks>
public sealed class GarminConnectClient
{
    private const int PageSize = 100;
    private const string List = "the list of activities";

    private readonly GarminApi _api;
    private readonly ActivityDownloader _downloader;

    internal GarminConnectClient(GarminApi api, ActivityDownloader downloader)
    {
        _api = api;
        _downloader = downloader;
    }

    /// <summary>Who the account belongs to. One request.</summary>
    /// <remarks>Source: docs/garmin-connect.md, section 4.2.</remarks>
    /// <param name="session">The account's session.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public async Task<GarminProfile> GetProfileAsync(GarminSession session, CancellationToken cancellationToken = default)
    {
        using var profile = await _api.GetJsonAsync(session, new GarminCall("userprofile-service/socialProfile", "the profile"), cancellationToken);
        return GarminProfile.Read(profile?.RootElement ?? default);
    }

    /// <summary>
    /// The activities that started on a day of the range, newest first. One request for each 100 of them, and one that meets the end. The days of the rows
    /// themselves count: a list that ignores the range, or comes in another order, brings the same activities in more requests.
    /// </summary>
    /// <remarks>Source: docs/garmin-connect.md, section 5.1.</remarks>
    /// <param name="session">The account's session.</param>
    /// <param name="from">The first day, by the local time of the activity; null: the first there is.</param>
    /// <param name="to">The last day, included, by the local time of the activity; null: the last there is.</param>
    /// <param name="stopBefore">Activities that started before this are left out, and reading stops there; null: it goes on to the end of the range.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public async Task<ActivityListing> ListActivitiesAsync(
        GarminSession session, DateOnly? from = null, DateOnly? to = null, DateTimeOffset? stopBefore = null, CancellationToken cancellationToken = default)
    {
        var listing = new ActivityListing(new ActivityRange(from, to, stopBefore));
        while (!listing.HasEnded)
        {
            using var page = await _api.GetJsonAsync(session, new GarminCall(PagePath(listing.Rows, from, to), List), cancellationToken);
            listing.Add(page?.RootElement switch
            {
                null => default,
                { ValueKind: JsonValueKind.Array or JsonValueKind.Null } rows => rows,
                _ => throw new GarminUnreachableException(List, "its answer is not a list"),
            });
        }

        return listing;
    }

    /// <summary>How many activities the account has; null when Garmin does not say. One request.</summary>
    /// <remarks>Source: docs/garmin-connect.md, section 5.1.</remarks>
    /// <param name="session">The account's session.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public async Task<ActivityCount?> CountActivitiesAsync(GarminSession session, CancellationToken cancellationToken = default)
    {
        using var count = await _api.GetJsonAsync(session, new GarminCall("activitylist-service/activities/count", "the number of activities"), cancellationToken);
        return ActivityCount.Read(count?.RootElement ?? default);
    }

    /// <summary>Returns when the activity exists. One request.</summary>
    /// <remarks>Source: docs/garmin-connect.md, section 5.3.</remarks>
    /// <param name="session">The account's session.</param>
    /// <param name="activityId">Garmin's id of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GarminNotFoundException">It does not exist.</exception>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public async Task FindActivityAsync(GarminSession session, long activityId, CancellationToken cancellationToken = default)
    {
        using var _ = await _api.GetJsonAsync(session, new GarminCall($"activity-service/activity/{activityId}", $"activity {activityId}"), cancellationToken);
    }

    /// <summary>One activity, with the ids of its legs. One request.</summary>
    /// <remarks>Source: docs/garmin-connect.md, section 5.3.</remarks>
    /// <param name="session">The account's session.</param>
    /// <param name="activityId">Garmin's id of it.</param>
    /// <param name="parentId">The multisport activity that it is known to be a leg of; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GarminNotFoundException">It does not exist.</exception>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public async Task<GarminActivityDetail> GetActivityAsync(
        GarminSession session, long activityId, long? parentId = null, CancellationToken cancellationToken = default)
    {
        var what = $"activity {activityId}";
        using var detail = await _api.GetJsonAsync(session, new GarminCall($"activity-service/activity/{activityId}", what), cancellationToken);
        return GarminActivityDetail.Read(detail?.RootElement ?? default, parentId) is { } read && read.Activity.ActivityId == activityId
            ? read
            : throw new GarminUnreachableException(what, "its answer is not the activity");
    }

    /// <summary>
    /// Downloads the file of an activity: as it was uploaded (FIT, or the GPX or TCX that was imported), or rendered by Garmin as TCX or GPX. That there is no
    /// usable file is an answer, not an exception. One request.
    /// </summary>
    /// <remarks>Source: docs/garmin-connect.md, section 5.5.</remarks>
    /// <param name="session">The account's session.</param>
    /// <param name="activityId">Garmin's id of the activity.</param>
    /// <param name="source">Which of its files.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    /// <exception cref="IOException">The file cannot be written to the folder for temporary files.</exception>
    public Task<ActivityDownload> DownloadActivityAsync(
        GarminSession session, long activityId, ActivityFileSource source = ActivityFileSource.Original, CancellationToken cancellationToken = default) =>
        _downloader.DownloadAsync(session, activityId, source, cancellationToken);

    private static string PagePath(int start, DateOnly? from, DateOnly? to)
    {
        var path = $"activitylist-service/activities/search/activities?start={start}&limit={PageSize}";
        path += from is { } first ? $"&startDate={first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        path += to is { } last ? $"&endDate={last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        return path;
    }
}
