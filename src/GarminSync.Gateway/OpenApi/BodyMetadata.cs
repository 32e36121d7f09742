using Microsoft.OpenApi;

namespace GarminSync.Gateway.Bodies;

/// <summary>
/// Says in the OpenAPI document what body a call takes. <c>Accepts</c> would do so too, but it refuses an empty body with another
/// content type, which is what <c>curl -d ''</c> sends.
/// </summary>
internal static class BodyMetadata
{
    public static RouteHandlerBuilder WithJsonBody<T>(this RouteHandlerBuilder route, bool required = true) =>
        route
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .AddOpenApiOperationTransformer(async (operation, context, cancellationToken) =>
            {
                var schema = await context.GetOrCreateSchemaAsync(typeof(T), parameterDescription: null, cancellationToken);
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = required,
                    Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } },
                };
            });
}
