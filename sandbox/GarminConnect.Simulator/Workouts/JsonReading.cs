using System.Text.Json;
using System.Text.Json.Nodes;

namespace GarminConnect.Simulator.Workouts;

/// <summary>Members of a body, which may be of any kind.</summary>
internal static class JsonReading
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static double? Number(this JsonObject parent, string name) =>
        parent[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<JsonElement>().GetDouble() : null;

    public static long? Whole(this JsonObject parent, string name) => parent.Number(name) is { } number && Math.Floor(number) == number ? (long)number : null;

    public static string? Text(this JsonObject parent, string name) =>
        parent[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>The body as an object.</summary>
    /// <exception cref="WorkoutRefusedException">It is something else.</exception>
    public static async Task<JsonObject> ReadObjectAsync(this HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, documentOptions: Strict, cancellationToken: request.HttpContext.RequestAborted) as JsonObject
                ?? throw new WorkoutRefusedException("The body is not an object");
        }
        catch (JsonException)
        {
            throw new WorkoutRefusedException("The body is not JSON");
        }
    }
}
