using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.DiAuth;

namespace GarminConnect.Simulator.Admin;

/// <summary>Accounts and their tokens.</summary>
internal static class AdminAthletes
{
    public static void MapAdminAthletes(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/athletes", (AthleteDirectory athletes) => athletes.All.Select(View));
        admin.MapPost("/athletes", Add);
        admin.MapPost("/athletes/{email}/display-name", Rename);
        admin.MapPost("/athletes/{email}/tokens/expire", (AthleteDirectory athletes, TokenStore tokens, string email) => End(athletes, email, tokens.Expire));
        admin.MapPost("/athletes/{email}/tokens/revoke", (AthleteDirectory athletes, TokenStore tokens, string email) => End(athletes, email, tokens.Revoke));
    }

    private static IResult Add(AthleteSpec spec, AthleteDirectory athletes)
    {
        if (!spec.Email.Contains('@', StringComparison.Ordinal) || spec.Activities is < 0 or > 10_000)
        {
            return Results.Problem("email must be an address, and activities between 0 and 10000.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        return athletes.TryAdd(spec, out var athlete)
            ? Results.Created((string?)null, View(athlete))
            : Results.Problem("There is an account with this e-mail address.", statusCode: StatusCodes.Status409Conflict);
    }

    private static IResult Rename(string email, NewName name, AthleteDirectory athletes)
    {
        if (string.IsNullOrWhiteSpace(name.Name))
        {
            return Results.Problem("name is needed.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        if (athletes.Find(email) is not { } athlete)
        {
            return Results.NotFound();
        }

        athlete.DisplayName = name.Name;
        return Results.Ok(View(athlete));
    }

    private static IResult End(AthleteDirectory athletes, string email, Action<Athlete> end)
    {
        if (athletes.Find(email) is not { } athlete)
        {
            return Results.NotFound();
        }

        end(athlete);
        return Results.NoContent();
    }

    private static object View(Athlete athlete) => new
    {
        athlete.Email,
        athlete.DisplayName,
        athlete.ProfileId,
        athlete.Spec.Seed,
        athlete.Spec.Mfa,
        athlete.Home.TimeZoneId,
        activities = athlete.Activities.Newest.Count,
    };

    internal sealed record NewName(string Name);
}
