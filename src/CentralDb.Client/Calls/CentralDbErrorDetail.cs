using System.Text.Json;

namespace CentralDb.Client;

/// <summary>What an error body of CentralDB says, for people: the <c>detail</c> of a problem, or of FastAPI's list of bad fields.</summary>
internal static class CentralDbErrorDetail
{
    private const int LongestDetail = 500;

    public static string? Of(string? body)
    {
        if (string.IsNullOrEmpty(body))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            var problem = document.RootElement;
            var text = problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("detail", out var detail) ? Text(detail) : null;
            return text is null || text.Length <= LongestDetail ? text : text[..LongestDetail] + "…";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // An error page, or text that is no text: the status must do.
            return null;
        }
    }

    private static string? Text(JsonElement detail) => detail.ValueKind switch
    {
        JsonValueKind.String => detail.GetString(),
        JsonValueKind.Array => string.Join("; ", detail.EnumerateArray().Select(Field)),
        _ => null,
    };

    // FastAPI adds the whole input, which is not for messages.
    private static string Field(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
        {
            return "";
        }

        var where = error.TryGetProperty("loc", out var loc) && loc.ValueKind == JsonValueKind.Array
            ? string.Join('.', loc.EnumerateArray().Select(part => part.ToString()))
            : "";
        return error.TryGetProperty("msg", out var message) ? $"{where}: {message}" : where;
    }
}
