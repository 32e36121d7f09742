namespace GarminSync.Outbox;

/// <summary>
/// For a consumer that does many things for one message: commits what it has done so far, with what it has published, and goes on. The message counts as handled only
/// when the consumer ends; until then the broker may give it to another consumer, who has to find out what is done already. One instance a scope.
/// </summary>
public sealed class MessageInParts
{
    private Func<bool, CancellationToken, Task>? _end;

    /// <summary>Commits what was changed and published since the last part, and forgets what the unit of work tracks.</summary>
    /// <exception cref="InvalidOperationException">No message of a consumer with an outbox is being handled.</exception>
    public Task CommitAsync(CancellationToken cancellationToken) => End(commit: true, cancellationToken);

    /// <summary>Undoes and forgets what was changed and published since the last part.</summary>
    /// <exception cref="InvalidOperationException">No message of a consumer with an outbox is being handled.</exception>
    public Task RollbackAsync() => End(commit: false, CancellationToken.None);

    internal void Begin(Func<bool, CancellationToken, Task> end) => _end = end;

    private Task End(bool commit, CancellationToken cancellationToken) =>
        (_end ?? throw new InvalidOperationException("There is no message with an outbox that could be handled in parts."))(commit, cancellationToken);
}
