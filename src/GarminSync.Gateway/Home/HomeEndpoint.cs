namespace GarminSync.Gateway.Home;

/// <summary>The page at <c>/</c>.</summary>
internal static class HomeEndpoint
{
    public static void MapHome(this IEndpointRouteBuilder app) =>
        app.MapGet("/", () => TypedResults.Stream(
            typeof(HomeEndpoint).Assembly.GetManifestResourceStream(typeof(HomeEndpoint), "home.html")!, "text/html; charset=utf-8")).AllowAnonymous().ExcludeFromDescription();
}
