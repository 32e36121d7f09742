using Microsoft.Extensions.Options;

namespace GarminConnect.Client;

/// <summary>Streams an activity's file from Garmin to disk and checks what it is.</summary>
internal sealed class ActivityDownloader(GarminApi api, IOptions<GarminOptions> options)
{
    public async Task<ActivityDownload> DownloadAsync(
        GarminSession session, long activityId, ActivityFileSource source, CancellationToken cancellationToken)
    {
        var call = new GarminCall(PathOf(activityId, source), $"the {NameOf(source)} of activity {activityId}", Accept: "*/*");
        try
        {
            return new ActivityDownload.Received(await api.GetAsync(
                session, call, options.Value.DownloadTimeout, (response, token) => ReceiveAsync(response, activityId, source, token), cancellationToken));
        }
        catch (GarminNotFoundException)
        {
            return new ActivityDownload.Unavailable(ActivityFileProblem.NoFile, NoFile(activityId, source, "HTTP 404, not found"));
        }
        catch (ActivityFileUnusableException unusable)
        {
            return new ActivityDownload.Unavailable(unusable.Problem, unusable.Message);
        }
    }

    private async Task<ActivityFile> ReceiveAsync(HttpResponseMessage response, long activityId, ActivityFileSource source, CancellationToken cancellationToken)
    {
        var file = new TemporaryFile();
        try
        {
            await using var body = await AnswerBody.OpenAsync(response.Content, cancellationToken);
            var checksums = await LimitedCopy.RunAsync(body, file.Content, options.Value.MaxDownloadBytes, "the download", cancellationToken);
            if (file.Length == 0)
            {
                throw new ActivityFileUnusableException(ActivityFileProblem.NoFile, NoFile(activityId, source, "an empty answer"));
            }

            return source switch
            {
                ActivityFileSource.Original => await UnpackAsync(file, cancellationToken),
                ActivityFileSource.Tcx => await RenderedActivity.CheckAsync(file, ActivityFileFormat.Tcx, checksums.Sha256, cancellationToken),
                ActivityFileSource.Gpx => await RenderedActivity.CheckAsync(file, ActivityFileFormat.Gpx, checksums.Sha256, cancellationToken),
                _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
            };
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task<ActivityFile> UnpackAsync(TemporaryFile archive, CancellationToken cancellationToken)
    {
        await using (archive)
        {
            return await ActivityArchive.UnpackAsync(archive, options.Value, cancellationToken);
        }
    }

    private static string NoFile(long activityId, ActivityFileSource source, string answer) =>
        $"Garmin Connect does not have the {NameOf(source)} of activity {activityId} ({answer}): the activity was deleted there, or never had one";

    private static string PathOf(long activityId, ActivityFileSource source) => source switch
    {
        ActivityFileSource.Original => $"download-service/files/activity/{activityId}",
        ActivityFileSource.Tcx => $"download-service/export/tcx/activity/{activityId}",
        ActivityFileSource.Gpx => $"download-service/export/gpx/activity/{activityId}",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };

    private static string NameOf(ActivityFileSource source) => source == ActivityFileSource.Original ? "file" : source.ToString().ToUpperInvariant();
}
