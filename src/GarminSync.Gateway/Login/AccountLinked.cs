using GarminSync.Gateway.Errors;

namespace GarminSync.Gateway.Login;

/// <summary>The answer to a login that succeeded; its body is fixed byte for byte.</summary>
internal sealed record AccountLinked(string? UserId) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (UserId is not null)
        {
            httpContext.Response.Headers.ContentLocation = $"/api/garmin/accounts/{Uri.EscapeDataString(UserId)}";
        }

        return ExactJson.WriteAsync(httpContext, StatusCodes.Status200OK, """{"message": "Garmin account linked successfully."}""");
    }
}
