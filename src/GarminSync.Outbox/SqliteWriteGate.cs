namespace GarminSync.Outbox;

/// <summary>
/// SQLite has one writer at a time. Within this process they queue here, in order, instead of polling a busy database until it gives up.
/// </summary>
internal sealed class SqliteWriteGate : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);

    public Task EnterAsync(CancellationToken cancellationToken) => _writer.WaitAsync(cancellationToken);

    public void Leave() => _writer.Release();

    public void Dispose() => _writer.Dispose();
}
