using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Health;

/// <summary>The request to load a day's curves back from slow storage.</summary>
internal static class ArchiveEndpoints
{
    public static void MapArchive(this IEndpointRouteBuilder routes) => routes.MapPost("/wellness-service/wellness/epoch/request/{date}", Load);

    /// <summary>Loads at once; Garmin takes some seconds.</summary>
    private static IResult Load(Caller caller, string date)
    {
        if (HealthRoutes.Parse(date) is not { } day)
        {
            return GarminAnswers.BadRequest("date must be a date of the form 2026-01-27");
        }

        var (athlete, health) = (caller.Athlete, caller.Athlete.Health);
        var asked = health.Day(day);
        var archived = health.Archive.Has(asked);
        health.Archive.Load(day);
        return GarminAnswers.Full(new
        {
            userProfilePk = athlete.ProfileId,
            calendarDate = GarminTime.Day(day),
            status = !asked.Measured ? "NO_FILES_FOUND" : archived ? "SUBMITTED" : "COMPLETE",
            source = "USER",
            ghReloadMetaData = "",
            createDate = Envelope.Gmt(health.Now),
            deviceList = archived && asked.Measured
                ? new[] { new { deviceId = athlete.DeviceId, deviceName = DeviceBody.NameOf(athlete), preferredActivityTracker = true } }
                : null,
        });
    }
}
