using System.Text.Json.Nodes;

namespace GarminSync.Demo;

/// <summary>The answers of gateway and CentralDB.</summary>
internal static class Answers
{
    /// <summary>The body of an answer.</summary>
    /// <exception cref="InvalidOperationException">It is an error; the message has its status and body.</exception>
    public static async Task<JsonNode> EnsureAsync(this Task<HttpResponseMessage> call, CancellationToken cancellationToken)
    {
        using var answer = await call;
        return await answer.EnsureAsync(cancellationToken);
    }

    /// <inheritdoc cref="EnsureAsync(Task{HttpResponseMessage}, CancellationToken)"/>
    public static async Task<JsonNode> EnsureAsync(this HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(body)!
            : throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri!.AbsolutePath} answered {(int)answer.StatusCode}: {body}");
    }
}
