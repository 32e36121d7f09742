using System.Buffers;
using System.Text.Json;

namespace GarminSync.Gateway.Bodies;

/// <summary>
/// Reads a JSON object field by field, so that callers are told all their errors at once. The serializer would stop at the first field of a wrong type, and call
/// it bad JSON.
/// </summary>
internal static class JsonBody
{
    /// <summary>Reads the body; an empty one has no fields.</summary>
    /// <exception cref="BadHttpRequestException">Too large, not JSON by its content type, or not JSON.</exception>
    /// <exception cref="InvalidFieldsException"><paramref name="read"/> found fields that are not allowed.</exception>
    public static async ValueTask<T> ReadAsync<T>(HttpContext context, int maxBytes, Func<JsonFields, T> read)
    {
        var bytes = await ReadBytesAsync(context, maxBytes);
        if (bytes.Length > 0 && !context.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The body must be JSON: send it with Content-Type: application/json.", StatusCodes.Status415UnsupportedMediaType);
        }

        var fields = new JsonFields(Parse(bytes));
        var body = read(fields);
        fields.ThrowIfInvalid();
        return body;
    }

    // Our own limit, because Kestrel's cuts the connection: a caller that is still sending may then never see the answer.
    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpContext context, int maxBytes)
    {
        if (context.Request.ContentLength > maxBytes)
        {
            throw TooLarge(maxBytes);
        }

        var buffer = new ArrayBufferWriter<byte>();
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer.GetMemory(4096), context.RequestAborted)) > 0)
        {
            buffer.Advance(read);
            if (buffer.WrittenCount > maxBytes)
            {
                throw TooLarge(maxBytes);
            }
        }

        return buffer.WrittenMemory;
    }

    private static Dictionary<string, JsonElement> Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Deserialize<Dictionary<string, JsonElement>>()!
                : throw new BadHttpRequestException("The body must be a JSON object: {…}.", StatusCodes.Status422UnprocessableEntity);
        }
        catch (JsonException exception)
        {
            // Only the position: the parser's own message quotes the body.
            throw new BadHttpRequestException("The body is not JSON.", exception);
        }
    }

    private static BadHttpRequestException TooLarge(int maxBytes) =>
        new($"The body is too large: this call takes at most {maxBytes / 1024} KiB.", StatusCodes.Status413PayloadTooLarge);
}
