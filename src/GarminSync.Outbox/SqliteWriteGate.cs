namespace GarminSync.Outbox;

/// <summary>
/// The queue of this process's writers to SQLite, which has one writer at a time: they wait here, in order, instead of polling a busy database until the driver
/// gives up. Public only so that the application's context can pass it on to <see cref="OutboxDbContext"/>.
/// </summary>
public sealed class SqliteWriteGate : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);

    internal Task EnterAsync(CancellationToken cancellationToken) => _writer.WaitAsync(cancellationToken);

    internal void Leave() => _writer.Release();

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
