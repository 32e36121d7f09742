using Microsoft.OpenApi;

namespace FitTrack.CentralDb.Api;

/// <summary>OpenAPI at <c>/openapi/v1.json</c>, and a page to try it at <c>/docs</c>.</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this WebApplicationBuilder builder) =>
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "FitTrack CentralDB";
            document.Info.Description = "FitTrack's system of record: users, Garmin credentials, activities and their files, health metrics, workout plans.";
            document.Components ??= new OpenApiComponents();
            document.AddComponent("ApiKey", new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = ApiKeyCheck.Header });
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("ApiKey", document)] = [] }];
            return Task.CompletedTask;
        }));

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi();
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "FitTrack CentralDB";
            page.SwaggerEndpoint("/openapi/v1.json", "CentralDB");
        });
    }
}
