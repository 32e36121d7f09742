using GarminSync.Consumers.State;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Events;

/// <summary>Deletes events older than <see cref="EventOptions.KeepFor"/>, the first ones first, and notes how far.</summary>
internal sealed partial class EventsCleanUp(IServiceScopeFactory scopes, IOptions<EventOptions> options, TimeProvider clock, ILogger<EventsCleanUp> logger)
    : RepeatedWork(TimeSpan.FromHours(1), clock)
{
    private const int EventsPerTransaction = 500;

    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (await DeleteSomeAsync(cancellationToken) == EventsPerTransaction)
        {
            // In slices, so that message handlers are not locked out.
        }
    }

    private async Task<int> DeleteSomeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StateDb>();
        var before = Clock.GetUtcNow() - options.Value.KeepFor;
        var feed = await db.LockFeedAsync(cancellationToken);
        var first = await db.Set<PlacedEvent>().OrderBy(row => row.Id).Take(EventsPerTransaction).Select(row => new { row.Id, row.SentAt }).ToListAsync(cancellationToken);
        var old = first.TakeWhile(row => row.SentAt < before).ToList();
        if (old.Count > 0)
        {
            feed.DeletedTo = old[^1].Id;
            await db.Set<PlacedEvent>().Where(row => row.Id <= feed.DeletedTo).ExecuteDeleteAsync(cancellationToken);
        }

        await db.CommitAsync(cancellationToken);
        return old.Count;
    }

    [LoggerMessage(3503, LogLevel.Warning, "Events of long ago could not be deleted; this is tried again")]
    protected override partial void LogFailed(Exception exception);
}
