using FitTrack.CentralDb.Api;
using FitTrack.CentralDb.Database;
using FitTrack.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Users;

internal static class UserEndpoints
{
    public static void MapUsers(this WebApplication app)
    {
        var users = app.MapGroup("/users").WithTags("Users");
        users.MapPost("/", Create).WithSummary("Make a user, or get the one who has this e-mail")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        users.MapGet("/", List).WithSummary("All users, or the one with an e-mail: a list, empty when there is none");
        users.MapGet("/{userId:guid}", Get).WithSummary("One user").ProducesProblem(StatusCodes.Status404NotFound);
        users.MapDelete("/{userId:guid}", Erase).WithSummary("Erase a user and all that is stored of him; 202 when there is more: ask again, until 204")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Created<User>, Ok<User>, ProblemHttpResult>> Create(
        NewUser request, CentralDbContext database, TimeProvider time, CancellationToken cancellationToken)
    {
        var errors = request.Validate();
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        var key = User.KeyOf(request.Email!);
        return await database.RetryAsync<Results<Created<User>, Ok<User>, ProblemHttpResult>>(async () =>
        {
            if (await database.Users.SingleOrDefaultAsync(user => user.EmailKey == key, cancellationToken) is { } known)
            {
                return TypedResults.Ok(known);
            }

            var now = time.GetUtcNow();
            var made = new User { Id = Guid.CreateVersion7(now), Name = request.Name?.Trim(), Email = request.Email!.Trim(), EmailKey = key, CreatedAt = now };
            database.Users.Add(made);
            await database.SaveChangesAsync(cancellationToken);
            return TypedResults.Created($"/users/{made.Id}", made);
        });
    }

    private static async Task<Results<Ok<List<User>>, ProblemHttpResult>> List(
        string? email, string? limit, string? offset, CentralDbContext database, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(errors, limit, offset, defaultLimit: 1000, maxLimit: 1000);
        email = Fields.Text(errors, "email", email, 254);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        var users = database.Users.AsNoTracking();
        if (email is not null)
        {
            var key = User.KeyOf(email);
            users = users.Where(user => user.EmailKey == key);
        }

        return TypedResults.Ok(await users.OrderBy(user => user.CreatedAt).ThenBy(user => user.Id).Skip(page.Offset).Take(page.Limit).ToListAsync(cancellationToken));
    }

    private static async Task<Results<Ok<User>, ProblemHttpResult>> Get(Guid userId, CentralDbContext database, CancellationToken cancellationToken) =>
        await database.Users.FindAsync([userId], cancellationToken) is { } user ? TypedResults.Ok(user) : Missing.User(userId);

    private static async Task<Results<NoContent, Accepted, ProblemHttpResult>> Erase(Guid userId, UserEraser eraser, CancellationToken cancellationToken) =>
        await eraser.EraseAsync(userId, cancellationToken) switch
        {
            Erased.NoSuchUser => Missing.User(userId),
            Erased.InPart => TypedResults.Accepted((string?)null),
            _ => TypedResults.NoContent(),
        };
}
