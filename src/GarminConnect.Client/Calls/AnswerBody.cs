namespace GarminConnect.Client;

/// <summary>
/// The body of an answer. When reading it fails, the connection has: a TLS connection that is cut off says so with a bare <see cref="IOException"/>, which a full
/// disk says too.
/// </summary>
internal sealed class AnswerBody(Stream body) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="HttpIOException">The connection broke.</exception>
    public static async Task<AnswerBody> OpenAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            return new AnswerBody(await content.ReadAsStreamAsync(cancellationToken));
        }
        catch (IOException exception) when (exception is not HttpIOException)
        {
            throw Broken(exception);
        }
    }

    /// <exception cref="HttpIOException">The connection broke.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException exception) when (exception is not HttpIOException)
        {
            throw Broken(exception);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }

        base.Dispose(disposing);
    }

    private static HttpIOException Broken(IOException exception) => new(HttpRequestError.ResponseEnded, innerException: exception);
}
