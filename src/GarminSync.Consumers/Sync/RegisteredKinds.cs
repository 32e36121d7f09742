namespace GarminSync.Consumers.Sync;

/// <summary>The kinds of data of this process, in the order of their registration.</summary>
internal sealed class RegisteredKinds(IEnumerable<ISyncKind> kinds)
{
    /// <summary>The kinds that a job is asked for.</summary>
    public IEnumerable<ISyncKind> In(SyncScope scope) => kinds.Where(kind => scope.Kinds.Contains(kind.Kind));

    /// <exception cref="InvalidOperationException">The item is of a kind that this version does not have.</exception>
    public ISyncKind Of(WorkItem item) => kinds.FirstOrDefault(kind => kind.Kind == item.Kind)
        ?? throw new InvalidOperationException($"Work item {item.Id} is of the kind '{item.Kind}', which this version does not have.");
}
