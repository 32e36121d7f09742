using GarminSync.Gateway.Access;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace GarminSync.Gateway.OpenApi;

/// <summary>The OpenAPI document and the page to try it.</summary>
internal static class GatewayOpenApi
{
    public static void AddGatewayOpenApi(this IServiceCollection services) =>
        services.AddOpenApi(openApi => openApi.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonPropertyInfo is { } member)
            {
                KnownValues.Describe(schema, member);
            }

            return Task.CompletedTask;
        }).AddOperationTransformer((operation, _, _) =>
        {
            KnownValues.Describe(operation);
            return Task.CompletedTask;
        }).AddDocumentTransformer((document, context, _) =>
        {
            document.Info.Title = "FitTrack GarminSync";
            document.Info.Version = "v1";
            document.Info.Description = "Links Garmin Connect accounts and syncs them to CentralDB. Every answer that is not a success has a `detail`.";
            if (context.ApplicationServices.GetRequiredService<IOptions<AuthOptions>>().Value.Mode == AuthMode.Token)
            {
                AddBearer(document);
            }

            return Task.CompletedTask;
        }));

    private static void AddBearer(OpenApiDocument document)
    {
        document.AddComponent<IOpenApiSecurityScheme>(CallerHandler.SchemeName, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The operator key, or a user's token from POST /api/tokens. A user's token reaches that user's account, jobs and data.",
        });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(CallerHandler.SchemeName, document)] = [] }];
    }

    public static void UseGatewayDocs(this WebApplication app) =>
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "FitTrack GarminSync";
            page.SwaggerEndpoint("/openapi/v1.json", "FitTrack GarminSync v1");
        });
}
