using System.Net;

namespace CentralDb.Client;

/// <summary>A file as part of a request that may be sent more than once: opened anew each time, never held in memory.</summary>
internal sealed class ReopenedFileContent(Func<Stream> open, long length) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var file = open();
        await file.CopyToAsync(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}
