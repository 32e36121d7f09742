using System.Text.Json;
using GarminSync.Web.Shown;

namespace GarminSync.Web.Api;

/// <summary>Reads the API's answers that are no success.</summary>
internal static class ApiProblems
{
    public static async Task<ApiProblem> ReadAsync(HttpResponseMessage answer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (detail, reason, errors) = Read(await answer.Content.ReadAsStringAsync(cancellationToken));
        return new ApiProblem
        {
            Status = answer.StatusCode,
            Detail = detail ?? Texts.ApiOddAnswer.With((int)answer.StatusCode),
            Reason = reason,
            Errors = errors,
            RetryAt = answer.Headers.RetryAfter is { Delta: { } delta } ? clock.GetUtcNow() + delta : answer.Headers.RetryAfter?.Date,
        };
    }

    // A proxy between the page and the API may answer with HTML.
    private static (string? Detail, string? Reason, IReadOnlyDictionary<string, string> Errors) Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return (Text(json.RootElement, "detail"), Text(json.RootElement, "reason"), ErrorsOf(json.RootElement));
        }
        catch (JsonException)
        {
            return (null, null, new Dictionary<string, string>());
        }
    }

    private static string? Text(JsonElement problem, string name) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Dictionary<string, string> ErrorsOf(JsonElement problem) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Object
            ? errors.EnumerateObject().ToDictionary(field => field.Name, field => string.Join("; ", Sentences(field.Value)), StringComparer.Ordinal)
            : [];

    private static IEnumerable<string?> Sentences(JsonElement said) =>
        said.ValueKind == JsonValueKind.Array ? said.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()) : [];
}
