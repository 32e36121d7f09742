using GarminConnect.Simulator.Activities;
using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Files;

/// <summary>The download service.</summary>
internal static class DownloadEndpoints
{
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/download-service/files/activity/{id:long}", Original);
        routes.MapGet("/download-service/export/tcx/activity/{id:long}", Tcx);
        routes.MapGet("/download-service/export/gpx/activity/{id:long}", Gpx);
    }

    private static IResult Original(Caller caller, long id, ActivityLookup lookup) => lookup.Answer(caller, id, activity =>
    {
        if (OriginalFile.Make(caller.Athlete, activity) is not { } content)
        {
            return GarminAnswers.NotFound();
        }

        var member = activity.File == ActivityFile.Gpx ? $"{id}.gpx" : $"{id}_ACTIVITY.fit";
        return new ChunkedFile(OriginalArchive.Make(member, content, activity.Uploaded), "application/x-zip-compressed", $"attachment; filename=\"{id}.zip\"");
    });

    private static IResult Tcx(Caller caller, long id, ActivityLookup lookup) => lookup.Answer(caller, id, activity => activity.File == ActivityFile.None
        ? GarminAnswers.NotFound()
        : new ChunkedFile(TcxFile.Make(activity), "application/vnd.garmin.tcx+xml", $"attachment; filename=activity_{id}.tcx"));

    private static IResult Gpx(Caller caller, long id, ActivityLookup lookup) => lookup.Answer(caller, id, activity => activity.File == ActivityFile.None
        ? GarminAnswers.NotFound()
        : new ChunkedFile(GpxFile.Make(activity), "application/gpx+xml", $"attachment; filename=activity_{id}.gpx"));
}
