using System.Globalization;
using System.Net.Http.Headers;

namespace CentralDb.Client;

/// <summary>The multipart form of an <see cref="ActivityUpload"/>.</summary>
internal static class ActivityUploadForm
{
    private static readonly MediaTypeHeaderValue Binary = new("application/octet-stream");

    public static MultipartFormDataContent Of(ActivityUpload upload)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Fields(upload))
        {
            if (value is not null)
            {
                form.Add(new StringContent(value), Quoted(name));
            }
        }

        if (upload.OpenFile is { } open)
        {
            form.Add(FilePart(upload, open));
        }

        return form;
    }

    private static ReopenedFileContent FilePart(ActivityUpload upload, Func<Stream> open)
    {
        var file = new ReopenedFileContent(open, upload.FileLength);
        file.Headers.ContentType = Binary;
        // Set here, because MultipartFormDataContent would add the name a second time, in a form that older servers misread.
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = Quoted("file"),
            FileName = Quoted($"{upload.GarminActivityId}.{upload.FileFormat}"),
        };
        return file;
    }

    private static IEnumerable<(string Name, string? Value)> Fields(ActivityUpload upload) =>
    [
        ("garmin_activity_id", upload.GarminActivityId.ToString(CultureInfo.InvariantCulture)),
        ("name", upload.Name),
        ("activity_type", upload.ActivityType),
        ("start_time", upload.StartTime is { } start ? UtcTimeJson.Text(start) : null),
        ("start_time_local", upload.StartTimeLocal?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
        ("utc_offset_seconds", upload.UtcOffsetSeconds?.ToString(CultureInfo.InvariantCulture)),
        ("parent_garmin_activity_id", upload.ParentGarminActivityId?.ToString(CultureInfo.InvariantCulture)),
        ("duration_seconds", Number(upload.DurationSeconds)),
        ("distance_meters", Number(upload.DistanceMeters)),
        ("elevation_gain_meters", Number(upload.ElevationGainMeters)),
        ("calories", Number(upload.Calories)),
        ("average_heart_rate", Number(upload.AverageHeartRate)),
        ("max_heart_rate", Number(upload.MaxHeartRate)),
        ("file_format", upload.FileFormat),
        ("file_part", upload.FilePart == 1 ? null : upload.FilePart.ToString(CultureInfo.InvariantCulture)),
        ("sha256", upload.Sha256),
        ("revision", upload.Revision.ToString(CultureInfo.InvariantCulture)),
        ("raw_summary", upload.RawSummary),
    ];

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    // The form of browsers, which every server reads; without the quotes some do not.
    private static string Quoted(string name) => $"\"{name}\"";
}
