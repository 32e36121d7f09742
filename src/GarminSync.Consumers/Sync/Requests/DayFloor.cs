using System.Globalization;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// The day from which kinds that ask Garmin by the day begin at the earliest: ten years ago, or the account's first day with other data if that is earlier. A
/// start before it would cost thousands of requests for days on which there was no watch.
/// </summary>
internal sealed class DayFloor(IEnumerable<ISyncKind> kinds, TimeProvider clock)
{
    private const int Years = 10;

    /// <summary>The scope with its floor, if it begins before that; and then a sentence that says so.</summary>
    public async Task<(SyncScope Scope, string? Note)> ApplyAsync(string userId, SyncScope scope, CancellationToken cancellationToken)
    {
        var byDay = kinds.Where(kind => kind.AsksByDay && scope.Kinds.Contains(kind.Kind)).Select(kind => kind.Kind).ToList();
        if (scope.StartDate is not { } start || byDay.Count == 0)
        {
            return (scope, null);
        }

        var floor = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(-Years);
        if (start >= floor)
        {
            return (scope, null);
        }

        foreach (var kind in kinds)
        {
            floor = await kind.FirstDayAsync(userId, cancellationToken) is { } first && first < floor ? first : floor;
        }

        return start >= floor
            ? (scope, null)
            : (scope with { DaysFrom = floor }, string.Create(
                CultureInfo.InvariantCulture, $"Of {string.Join(", ", byDay)} the days from {floor:yyyy-MM-dd} on are asked for: {Years} years, or all since the first known data if those are older."));
    }
}
