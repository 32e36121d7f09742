using System.Text;

namespace GarminConnect.Simulator.Answers;

/// <summary>The answers that several services give.</summary>
internal static class GarminAnswers
{
    private const string JsonType = "application/json;charset=UTF-8";

    /// <summary>An object in which nothing is <c>null</c>: what does not apply is left out.</summary>
    public static IResult Sparse(object body) => Results.Json(body, GarminJson.WithoutNulls, JsonType);

    public static IResult Full(object body) => Results.Json(body, GarminJson.WithNulls, JsonType);

    public static IResult NotFound() => Error(404, "HTTP 404 Not Found", "NotFoundException");

    public static IResult Forbidden() => Error(403, "HTTP 403 Forbidden", "ForbiddenException");

    public static IResult NotOwner() => Error(403, "Only owner of activity allowed to access this operation", "UnauthorizedException");

    public static IResult BadRequest(string message) => Error(400, message, "BadRequestException");

    public static IResult TokenNotActive(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\", error_description=\"Token is not active\"";
        return Error(401, "Token is not active", "OAuthException");
    }

    public static IResult Html(int status, string title, string text) => Results.Text(
        $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>{title}</title>\n</head>\n<body>\n<h1>{title}</h1>\n<p>{text}</p>\n</body>\n</html>\n",
        "text/html",
        Encoding.UTF8,
        status);

    private static IResult Error(int status, string message, string error) =>
        Results.Json(new { message, error }, GarminJson.WithNulls, JsonType, status);
}
