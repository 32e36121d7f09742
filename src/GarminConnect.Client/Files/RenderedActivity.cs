using System.Text;

namespace GarminConnect.Client;

/// <summary>A TCX or GPX that Garmin rendered. With status 200 there also come error pages.</summary>
internal static class RenderedActivity
{
    private const int HeadLength = 4096;

    public static async Task<ActivityFile> CheckAsync(TemporaryFile file, ActivityFileFormat format, string sha256, CancellationToken cancellationToken)
    {
        var root = format == ActivityFileFormat.Tcx ? "<TrainingCenterDatabase" : "<gpx";
        var head = new byte[HeadLength];
        await using var content = file.OpenRead();
        var length = await content.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(head, 0, length).Contains(root, StringComparison.Ordinal)
            ? new ActivityFile(file, format, sha256)
            : throw new ActivityFileUnusableException(
                ActivityFileProblem.NotAnActivity, $"what Garmin Connect sent is no {format.ToString().ToUpperInvariant()}");
    }
}
