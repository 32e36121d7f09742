using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>An answer of the GraphQL gateway, which reports errors with HTTP 200.</summary>
internal static class GraphQlAnswer
{
    private const int LongestMessage = 200;

    /// <param name="answer">The whole answer.</param>
    /// <param name="scalar">The name of the query.</param>
    /// <param name="inside">The member of its result that has the list; empty for a result that is the list.</param>
    /// <returns>Null when Garmin has nothing.</returns>
    /// <exception cref="EndpointRefusedException">It is an error, or no list.</exception>
    public static JsonElement? List(JsonElement answer, string scalar, string inside)
    {
        if (LenientJson.Member(answer, "errors") is { } errors)
        {
            throw new EndpointRefusedException($"the GraphQL gateway reports an error for {scalar}{Text(errors)}");
        }

        if (inside.Length == 0 && IsNull(answer, scalar))
        {
            return null;
        }

        return LenientJson.At(answer, $"data.{scalar}.{inside}") is { ValueKind: JsonValueKind.Array } list
            ? list
            : throw new EndpointRefusedException($"the GraphQL gateway gives no list of {scalar}");
    }

    // Said by the scalars that are lists themselves; the others have an empty list.
    private static bool IsNull(JsonElement answer, string scalar) =>
        LenientJson.Member(answer, "data") is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(scalar, out var result) && result.ValueKind == JsonValueKind.Null;

    private static string Text(JsonElement errors) =>
        errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0 && LenientJson.Text(errors[0], "message") is { } message
            ? $": {message[..Math.Min(message.Length, LongestMessage)]}"
            : "";
}
