using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Activities.Overviews;

internal sealed class OverviewReader(CentralDbContext database)
{
    public async Task<OverviewPage> PageAsync(
        Guid userId, OverviewFilter filter, OverviewSort sort, OverviewPlace? after, int limit, CancellationToken cancellationToken)
    {
        var overviews = filter.Of(database.ActivityOverviews.AsNoTracking().Where(overview => overview.UserId == userId));
        var total = after is null ? await overviews.CountAsync(cancellationToken) : (int?)null;

        // One more than asked for tells whether there are more.
        List<ActivityOverview> found = after is null or { HasValue: true }
            ? await sort.WithValue(overviews, after).Take(limit + 1).ToListAsync(cancellationToken)
            : [];
        if (found.Count <= limit)
        {
            var place = after is { HasValue: false } ? after : null;
            found.AddRange(await sort.WithoutValue(overviews, place).Take(limit + 1 - found.Count).ToListAsync(cancellationToken));
        }

        var next = found.Count > limit ? sort.PlaceOf(found[limit - 1]).ToCursor(sort) : null;
        List<ActivityOverview> items = [.. found.Take(limit)];
        await ReadFilesAsync(userId, items, cancellationToken);
        return new(items, next, total);
    }

    public async Task<ActivityOverview?> FindAsync(Guid userId, long garminActivityId, CancellationToken cancellationToken)
    {
        var found = await database.ActivityOverviews.AsNoTracking()
            .Where(overview => overview.UserId == userId && overview.GarminActivityId == garminActivityId).ToListAsync(cancellationToken);
        await ReadFilesAsync(userId, found, cancellationToken);
        return found.SingleOrDefault();
    }

    public async Task<IReadOnlyList<ActivityTypeCount>> TypesAsync(Guid userId, CancellationToken cancellationToken)
    {
        var types = await database.ActivityOverviews.Where(overview => overview.UserId == userId)
            .GroupBy(overview => overview.ActivityType)
            .Select(type => new ActivityTypeCount(type.Key, type.Count()))
            .ToListAsync(cancellationToken);
        return [.. types.OrderByDescending(type => type.Count).ThenBy(type => type.ActivityType, StringComparer.Ordinal)];
    }

    private async Task ReadFilesAsync(Guid userId, List<ActivityOverview> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return;
        }

        var ids = items.Select(item => item.GarminActivityId).ToList();
        var files = await database.Activities
            .Where(record => record.UserId == userId && ids.Contains(record.GarminActivityId) && record.FilePath != null)
            .Select(record => new OverviewFile(record.Id, record.GarminActivityId, record.FileFormat, record.FilePart, record.FileSize, record.Sha256, record.Revision))
            .ToListAsync(cancellationToken);
        var byActivity = files.ToLookup(file => file.GarminActivityId);
        foreach (var item in items)
        {
            item.Files = [.. byActivity[item.GarminActivityId].OrderBy(file => file.FileFormat, StringComparer.Ordinal).ThenBy(file => file.FilePart)];
        }
    }
}
