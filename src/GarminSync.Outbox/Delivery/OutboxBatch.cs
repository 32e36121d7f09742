using MassTransit;

namespace GarminSync.Outbox;

/// <summary>The messages of one unit of work, in the order in which they were sent.</summary>
internal sealed class OutboxBatch(TimeProvider clock, TimeSpan sweepGrace)
{
    private readonly Lock _lock = new();
    private readonly List<OutboxRow> _rows = [];
    private readonly TaskCompletionSource<bool> _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>To be read only when the handler has ended: until then it may still send, from several tasks.</summary>
    public IReadOnlyList<OutboxRow> Rows => _rows;

    /// <summary>Completes with true when the rows are committed, with false when the commit failed.</summary>
    public Task<bool> Committed => _committed.Task;

    /// <summary>
    /// Batches with the same key keep their order: those of one saga instance, or caused by messages with the same correlation id.
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
