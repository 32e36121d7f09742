using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GarminSync.Outbox;

/// <summary>Deletes the inbox rows of messages handled longer ago than <see cref="StateOptions.InboxRetention"/>, of which no copy is expected any more.</summary>
internal sealed partial class InboxCleanUp(
    IServiceScopeFactory scopes, IOptions<StateOptions> options, TimeProvider clock, ILogger<InboxCleanUp> logger)
    : RepeatedWork(TimeSpan.FromHours(1), clock)
{
    private const int RowsPerTransaction = 1000;

    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (await DeleteSomeAsync(cancellationToken) == RowsPerTransaction)
        {
            // In slices, so that handlers are not locked out.
        }
    }

    private async Task<int> DeleteSomeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OutboxDbContext>();
        var before = (Clock.GetUtcNow() - options.Value.InboxRetention).UtcDateTime;
        await db.BeginAsync(cancellationToken);
        // In an order, so that they are found by the index: without one PostgreSQL takes a third of the rows for old, whatever the time, and reads the table from its beginning.
        var deleted = db.IsSqlite
            ? await db.Database.ExecuteSqlAsync(
                $"DELETE FROM inbox WHERE rowid IN (SELECT rowid FROM inbox WHERE received_at < {before} ORDER BY received_at LIMIT {RowsPerTransaction})", cancellationToken)
            : await db.Database.ExecuteSqlAsync(
                $"DELETE FROM inbox WHERE ctid = ANY(ARRAY(SELECT ctid FROM inbox WHERE received_at < {before} ORDER BY received_at LIMIT {RowsPerTransaction}))", cancellationToken);
        await db.CommitAsync(cancellationToken);
        return deleted;
    }

    [LoggerMessage(EventId = 330, Level = LogLevel.Warning, Message = "Old inbox rows could not be deleted; this is tried again")]
    protected override partial void LogFailed(Exception exception);
}
