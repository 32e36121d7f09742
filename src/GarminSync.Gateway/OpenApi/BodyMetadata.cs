using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace GarminSync.Gateway.OpenApi;

/// <summary>
/// Says in the OpenAPI document what body a call takes. <c>Accepts</c> would do so too, but it refuses an empty body with another
/// content type, which is what <c>curl -d ''</c> sends.
/// </summary>
internal static class BodyMetadata
{
    /// <param name="route">The call.</param>
    /// <param name="example">A body as JSON that can be sent as it stands: the page at <c>/docs</c> offers it.</param>
    /// <param name="required">Whether the call needs one.</param>
    public static RouteHandlerBuilder WithJsonBody<T>(this RouteHandlerBuilder route, string example, bool required = true) =>
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
                    Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema, Example = JsonNode.Parse(example) } },
                };
            });
}
