using GarminConnect.Simulator.Answers;

namespace GarminConnect.Simulator.Sso;

/// <summary>
/// The addresses to which tickets are bound, on <c>connect</c> and <c>mobile.integration</c>. A browser would be sent there; an API client only
/// names them. The <c>JWT_WEB</c> session that a browser gets there is not part of the simulator.
/// </summary>
internal static class ServicePages
{
    public static void MapServicePages(this IEndpointRouteBuilder routes)
    {
        foreach (var path in new[] { "/app", "/gcm/ios", "/gcm/android" })
        {
            routes.MapGet(path, () => GarminAnswers.Html(200, "Garmin Connect", "Only the services are simulated, not the website."));
        }
    }
}
