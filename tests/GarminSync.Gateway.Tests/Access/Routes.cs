using GarminSync.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.Gateway.Tests.Access;

/// <summary>Every route that the gateway has mapped but those of the page, so that a test of all routes has those of tomorrow, too.</summary>
internal static class Routes
{
    public static IReadOnlyList<(string Method, string Pattern)> Of(GatewayHost gateway) =>
    [
        .. gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageEndpoint>() is null).SelectMany(
            endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"],
            (endpoint, method) => (method, $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}")),
    ];

    /// <summary>A call of a route, its parameters filled in and with a body that no route refuses for its form.</summary>
    public static HttpRequestMessage Call(string method, string pattern, string userId, string jobId)
    {
        var path = pattern.Replace("{user_id}", userId, StringComparison.Ordinal)
            .Replace("{job_id}", jobId, StringComparison.Ordinal)
            .Replace("{garmin_activity_id}", "12129115726", StringComparison.Ordinal)
            .Replace("{workout_id}", "tuesday", StringComparison.Ordinal)
            .Replace("{queue}", "sync-job_error", StringComparison.Ordinal)
            .Replace("{id}", "1", StringComparison.Ordinal)
            .Replace("{documentName}", "v1", StringComparison.Ordinal);
        path.ShouldNotContain("{", Case.Sensitive, "a route has a parameter that this test does not know: see that it is confined to its user, then add it");
        path += pattern.Contains("{garmin_activity_id}", StringComparison.Ordinal) || pattern.Contains("{workout_id}", StringComparison.Ordinal) ? $"?user_id={userId}" : "";
        return new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = HttpMethods.IsPost(method) || HttpMethods.IsPut(method)
                ? HttpAnswers.Json(pattern.Contains("/schedule", StringComparison.Ordinal) ? """{"every": "PT6H"}""" : """{"username": "a", "password": "b", "workout_id": "1", "login_id": "1", "code": "1", "service_ticket": "ST-1", "di_token": "a", "di_refresh_token": "b", "di_client_id": "c"}""")
                : null,
        };
    }
}
