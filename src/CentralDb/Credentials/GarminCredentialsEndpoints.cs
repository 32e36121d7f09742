using System.Text.Json.Nodes;
using FitTrack.CentralDb.Api;
using FitTrack.CentralDb.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Credentials;

internal static class GarminCredentialsEndpoints
{
    public static void MapGarminCredentials(this WebApplication app)
    {
        var credentials = app.MapGroup("/garmin_credentials/{userId:guid}").WithTags("Garmin credentials")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        credentials.MapPost("/", Create).Accepts<CredentialFields>("application/json").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Store a user's credentials; 409 when there are some");
        credentials.MapPut("/", Update).Accepts<CredentialFields>("application/json")
            .WithSummary("Change the fields that are sent; null forgets a field, an absent one stays");
        credentials.MapGet("/", Get).WithSummary("A user's credentials");
    }

    private static async Task<Results<Created<GarminCredentials>, ProblemHttpResult>> Create(
        Guid userId, JsonObject body, CentralDbContext database, TimeProvider time, CancellationToken cancellationToken)
    {
        var fields = CredentialFields.None.With(body);
        var errors = fields.Validate();
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        if (!await database.Users.AnyAsync(user => user.Id == userId, cancellationToken))
        {
            return Missing.User(userId);
        }

        return await database.RetryAsync<Results<Created<GarminCredentials>, ProblemHttpResult>>(async () =>
        {
            if (await database.GarminCredentials.AnyAsync(credentials => credentials.UserId == userId, cancellationToken))
            {
                return TypedResults.Problem($"User {userId} has Garmin credentials already; change them with PUT.", statusCode: StatusCodes.Status409Conflict);
            }

            var now = time.GetUtcNow();
            var made = new GarminCredentials { UserId = userId, CreatedAt = now, UpdatedAt = now };
            fields.CopyTo(made);
            database.GarminCredentials.Add(made);
            await database.SaveChangesAsync(cancellationToken);
            return TypedResults.Created($"/garmin_credentials/{userId}", made);
        });
    }

    private static async Task<Results<Ok<GarminCredentials>, ProblemHttpResult>> Update(
        Guid userId, JsonObject body, CentralDbContext database, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await database.GarminCredentials.FindAsync([userId], cancellationToken) is not { } stored)
        {
            return None(userId);
        }

        var fields = CredentialFields.Of(stored).With(body);
        var errors = fields.Validate();
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        fields.CopyTo(stored);
        stored.UpdatedAt = time.GetUtcNow();
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(stored);
    }

    private static async Task<Results<Ok<GarminCredentials>, ProblemHttpResult>> Get(Guid userId, CentralDbContext database, CancellationToken cancellationToken) =>
        await database.GarminCredentials.FindAsync([userId], cancellationToken) is { } stored ? TypedResults.Ok(stored) : None(userId);

    private static ProblemHttpResult None(Guid userId) => Missing.Of($"User {userId} has no Garmin credentials; store some with POST.");
}
