using GarminConnect.Simulator.Faults;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Admin;

/// <summary>The admin API: what was asked of the simulator, and what is to go wrong.</summary>
internal static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/requests", (RequestJournal journal, string? account) => journal.Counts(account));
        admin.MapGet("/requests/log", (RequestJournal journal, string? account, string? endpoint) => journal.Entries(account, endpoint));
        admin.MapDelete("/requests", (RequestJournal journal) => journal.Clear());

        admin.MapGet("/faults", (FaultBoard board) => board.All);
        admin.MapPost("/faults", AddFault);
        admin.MapDelete("/faults", (FaultBoard board) => board.Remove(null));
        admin.MapDelete("/faults/{id:int}", (FaultBoard board, int id) => board.Remove(id) > 0 ? Results.NoContent() : Results.NotFound());

        admin.MapAdminAthletes();
        admin.MapAdminActivities();
        admin.MapAdminHealth();
        admin.MapAdminWorkouts();
        admin.MapAdminSettings();
    }

    private static IResult AddFault(FaultSpec spec, FaultBoard board)
    {
        if (spec.Mistake is { } mistake)
        {
            return Results.Problem(mistake, statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        var fault = board.Add(spec);
        return Results.Created($"/admin/faults/{fault.Id}", fault);
    }
}
