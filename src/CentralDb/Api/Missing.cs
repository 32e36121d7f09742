using Microsoft.AspNetCore.Http.HttpResults;

namespace FitTrack.CentralDb.Api;

/// <summary>The 404s that more than one resource answers.</summary>
internal static class Missing
{
    public static ProblemHttpResult User(Guid userId) => Of($"There is no user {userId}. POST /users makes one, GET /users?email= finds one.");

    public static ProblemHttpResult Of(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);
}
