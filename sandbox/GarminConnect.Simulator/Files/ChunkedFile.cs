namespace GarminConnect.Simulator.Files;

/// <summary>A file without a <c>Content-Length</c>, as Garmin's downloads are; Kestrel then sends it in chunks.</summary>
internal sealed class ChunkedFile(byte[] content, string contentType, string disposition) : IResult
{
    private const int ChunkSize = 16 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = contentType;
        response.Headers.ContentDisposition = disposition;
        for (var sent = 0; sent < content.Length; sent += ChunkSize)
        {
            await response.Body.WriteAsync(content.AsMemory(sent, Math.Min(ChunkSize, content.Length - sent)), httpContext.RequestAborted);
            await response.Body.FlushAsync(httpContext.RequestAborted);
        }
    }
}
