using System.Diagnostics.CodeAnalysis;

namespace CentralDb.Client;

/// <summary>A file of an activity on its way from CentralDB. Its bytes come while it is read, and only once; dispose of it, read or not.</summary>
public sealed class ActivityFileContent : IDisposable
{
    private const int BufferBytes = 81_920;

    private readonly HttpResponseMessage _answer;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _clock;

    internal ActivityFileContent(HttpResponseMessage answer, TimeSpan patience, TimeProvider clock) => (_answer, _patience, _clock) = (answer, patience, clock);

    /// <summary>The size in bytes. Null when CentralDB does not say.</summary>
    public long? Length => _answer.Content.Headers.ContentLength;

    /// <summary>Copies the file. Whoever reads the copy may be as slow as they like; CentralDB may pause for <see cref="CentralDbOptions.RequestTimeout"/>.</summary>
    /// <param name="destination">Where it goes.</param>
    /// <param name="cancellationToken">Gives the copy up.</param>
    /// <exception cref="CentralDbUnreachableException">CentralDB stopped in the middle of it. A part of the file is in the copy.</exception>
    public async Task CopyToAsync(Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var buffer = new byte[BufferBytes];
        var source = await ReadAsync(_answer.Content.ReadAsStreamAsync, cancellationToken);
        for (int read; (read = await ReadAsync(async token => await source.ReadAsync(buffer, token), cancellationToken)) > 0;)
        {
            await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _answer.Dispose();

    [SuppressMessage("Reliability", "CA2016", Justification = "The token that is passed on is linked to the other.")]
    private async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await read(either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CentralDbUnreachableException(CentralDbClient.File, "it stopped in the middle", exception);
        }
        catch (IOException exception)
        {
            throw new CentralDbUnreachableException(CentralDbClient.File, "the connection broke in the middle", exception);
        }
    }
}
