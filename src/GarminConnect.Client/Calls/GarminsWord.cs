using System.Net;
using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>
/// Tells a refusal of Garmin's own from one of whatever stands in front of it: Cloudflare, a company's proxy, a sign-in page of a hotel. Only the first says
/// something about the account or about what was asked for.
/// </summary>
/// <remarks>Source: docs/garmin-connect.md, section 4.1.</remarks>
internal static class GarminsWord
{
    private const int LargestRefusal = 64 * 1024;

    /// <summary>Whether an answer below 500 that is no success was written by Garmin's servers.</summary>
    public static async Task<bool> IsAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(response, cancellationToken);
        return body switch
        {
            null => false,
            // Files and lists that are not there are answered with a status alone; a block comes with a page.
            { Length: 0 } => response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest,
            _ => IsJsonObject(body),
        };
    }

    // Null: it is too large to be a refusal of Garmin's, which are a line long.
    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestRefusal, cancellationToken);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return null;
        }
    }

    private static bool IsJsonObject(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
