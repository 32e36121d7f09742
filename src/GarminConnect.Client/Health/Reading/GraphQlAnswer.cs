using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>An answer of the GraphQL gateway, which reports errors with HTTP 200. None has been recorded, so that whatever is odd counts as refused.</summary>
internal static class GraphQlAnswer
{
    /// <exception cref="EndpointRefusedException">It is an error, or no list.</exception>
    public static JsonElement List(JsonElement answer, string scalar)
    {
        if (LenientJson.Member(answer, "errors") is not null)
        {
            throw new EndpointRefusedException($"the GraphQL gateway reports an error for {scalar}");
        }

        return LenientJson.At(answer, $"data.{scalar}") is { ValueKind: JsonValueKind.Array } list
            ? list
            : throw new EndpointRefusedException($"the GraphQL gateway gives no list of {scalar}");
    }
}
