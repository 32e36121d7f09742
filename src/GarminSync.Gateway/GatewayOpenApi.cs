namespace GarminSync.Gateway;

/// <summary>The OpenAPI document and the page to try it.</summary>
internal static class GatewayOpenApi
{
    public static void AddGatewayOpenApi(this IServiceCollection services) =>
        services.AddOpenApi(openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "FitTrack GarminSync";
            document.Info.Version = "v1";
            document.Info.Description = "Links Garmin Connect accounts and syncs them to CentralDB. Every answer that is not a success has a `detail`.";
            return Task.CompletedTask;
        }));

    public static void UseGatewayDocs(this WebApplication app) =>
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "FitTrack GarminSync";
            page.SwaggerEndpoint("/openapi/v1.json", "FitTrack GarminSync v1");
        });
}
