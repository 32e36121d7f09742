using MassTransit;

namespace GarminSync.Outbox;

/// <summary>The messages of one unit of work, in the order in which they were sent.</summary>
internal sealed class OutboxBatch(TimeProvider clock, TimeSpan sweepGrace)
{
    private readonly Lock _lock = new();
    private readonly List<OutboxRow> _rows = [];
    private readonly TaskCompletionSource<bool> _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Read when the handler has ended; it may send from several tasks until then.</summary>
    public IReadOnlyList<OutboxRow> Rows => _rows;

    /// <summary>Ends with whether the rows are in the database for good.</summary>
    public Task<bool> Committed => _committed.Task;

    /// <summary>
    /// Messages of the same saga instance, or caused by messages with the same correlation id, have the same key and keep their order.
    /// </summary>
    public int OrderKey => (_rows[0].InitiatorId ?? _rows[0].CorrelationId ?? _rows[0].ConversationId ?? _rows[0].MessageId).GetHashCode() & int.MaxValue;

    public void Add<T>(SendContext<T> context)
        where T : class
    {
        var now = clock.GetUtcNow();
        var row = OutboxRow.From(context, now, sweepAfter: now + sweepGrace);
        lock (_lock)
        {
            _rows.Add(row);
        }
    }

    public void SetCommitted(bool committed) => _committed.TrySetResult(committed);
}
