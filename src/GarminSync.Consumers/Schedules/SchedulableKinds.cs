using GarminSync.Consumers.Sync;
using GarminSync.Contracts;

namespace GarminSync.Consumers.Schedules;

/// <summary>The kinds of data that a schedule can name: those that a request needs to say nothing else for.</summary>
internal sealed class SchedulableKinds(IEnumerable<ISyncKind> kinds)
{
    public IReadOnlyList<string> All { get; } = [.. kinds.Where(kind => kind.InclusionIn(new SyncRequested()) == KindInclusion.ByDefault).Select(kind => kind.Kind)];

    public void Check(IReadOnlyList<string>? named, IDictionary<string, string> problems)
    {
        if (named?.Any(name => !All.Contains(name)) == true)
        {
            problems["kinds"] = $"takes only {string.Join(", ", All)}";
        }
    }
}
