using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests;

internal static class HttpResponses
{
    /// <summary>The body as JSON; an empty object when there is none. What is not a success must be problem+json with a detail.</summary>
    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var json = text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
        if (!response.IsSuccessStatusCode)
        {
            response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", text);
            json["detail"]?.GetValue<string>().ShouldNotBeNullOrWhiteSpace(text);
        }

        return json;
    }

    /// <summary>The fields that a 422 names.</summary>
    public static IEnumerable<string> BadFields(this JsonNode problem) => problem["errors"]!.AsObject().Select(error => error.Key);

    public static string Text(this JsonNode json, string field) => json[field]!.GetValue<string>();
}
