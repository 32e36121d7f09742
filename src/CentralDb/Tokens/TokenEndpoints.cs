using FitTrack.CentralDb.Api;
using FitTrack.CentralDb.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Tokens;

internal static class TokenEndpoints
{
    public static void MapTokens(this WebApplication app)
    {
        var tokens = app.MapGroup("/tokens").WithTags("Tokens")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        tokens.MapPost("/", Create).WithSummary("Store a user's token; 409 when there is one").ProducesProblem(StatusCodes.Status409Conflict);
        tokens.MapPut("/{userId:guid}", Replace).WithSummary("Replace a user's token");
        tokens.MapGet("/{userId:guid}", Get).WithSummary("A user's token, as a hash");
    }

    private static async Task<Results<Created<Token>, ProblemHttpResult>> Create(
        TokenFields fields, CentralDbContext database, TimeProvider time, CancellationToken cancellationToken)
    {
        var errors = fields.Validate(userInBody: true);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        var userId = fields.UserId!.Value;
        if (!await database.Users.AnyAsync(user => user.Id == userId, cancellationToken))
        {
            return Missing.User(userId);
        }

        return await database.RetryAsync<Results<Created<Token>, ProblemHttpResult>>(async () =>
        {
            if (await database.Tokens.AnyAsync(token => token.UserId == userId, cancellationToken))
            {
                return TypedResults.Problem($"User {userId} has a token already; replace it with PUT /tokens/{userId}.", statusCode: StatusCodes.Status409Conflict);
            }

            var made = new Token { UserId = userId, Hash = fields.Hash!, Created = fields.Created ?? time.GetUtcNow(), Expires = fields.Expires };
            database.Tokens.Add(made);
            await database.SaveChangesAsync(cancellationToken);
            return TypedResults.Created($"/tokens/{userId}", made);
        });
    }

    private static async Task<Results<Ok<Token>, ProblemHttpResult>> Replace(
        Guid userId, TokenFields fields, CentralDbContext database, TimeProvider time, CancellationToken cancellationToken)
    {
        var errors = fields.Validate(userInBody: false);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        if (await database.Tokens.FindAsync([userId], cancellationToken) is not { } stored)
        {
            return None(userId);
        }

        stored.Hash = fields.Hash!;
        stored.Created = fields.Created ?? time.GetUtcNow();
        stored.Expires = fields.Expires;
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(stored);
    }

    private static async Task<Results<Ok<Token>, ProblemHttpResult>> Get(Guid userId, CentralDbContext database, CancellationToken cancellationToken) =>
        await database.Tokens.FindAsync([userId], cancellationToken) is { } stored ? TypedResults.Ok(stored) : None(userId);

    private static ProblemHttpResult None(Guid userId) => Missing.Of($"User {userId} has no token; POST /tokens/ stores one.");
}
