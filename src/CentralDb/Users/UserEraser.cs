using FitTrack.CentralDb.Activities;
using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FitTrack.CentralDb.Users;

/// <summary>
/// Erases a user and all that is stored of him, in steps that are committed one by one, so that no statement locks a table for long. Whoever is cut off in the middle
/// asks again and goes on. The user's own row is the last: while it is there, something may be.
/// </summary>
internal sealed class UserEraser(CentralDbContext database, ActivityStore activities, TimeProvider time)
{
    private const int RowsPerStep = 5000;

    // Callers wait ten seconds for an answer, and a step may have to wait for other writers.
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(3);

    /// <summary>Erases as much as a call has time for.</summary>
    public async Task<Erased> EraseAsync(Guid userId, CancellationToken cancellationToken)
    {
        if (!await database.Users.AnyAsync(user => user.Id == userId, cancellationToken))
        {
            return Erased.NoSuchUser;
        }

        var began = time.GetTimestamp();
        // Secrets first; activities through their store, which has files too.
        foreach (var erase in Steps(userId, cancellationToken))
        {
            while (await erase())
            {
                if (time.GetElapsedTime(began) > LongestCall)
                {
                    return Erased.InPart;
                }
            }
        }

        try
        {
            await database.Users.Where(user => user.Id == userId).ExecuteDeleteAsync(cancellationToken);
            return Erased.Whole;
        }
        catch (Exception exception) when (WriteConflicts.IsStillReferredTo(exception))
        {
            // Somebody has stored something of the user since.
            return Erased.InPart;
        }
    }

    /// <summary>Each erases some of one table, and says whether there may be more.</summary>
    private IEnumerable<Func<Task<bool>>> Steps(Guid userId, CancellationToken cancellationToken)
    {
        yield return () => EraseSomeAsync(database.GarminCredentials.EntityType, userId, cancellationToken);
        yield return () => EraseSomeAsync(database.Tokens.EntityType, userId, cancellationToken);
        yield return () => activities.EraseSomeAsync(userId, cancellationToken);
        foreach (var table in Tables().Except([database.GarminCredentials.EntityType, database.Tokens.EntityType, database.Activities.EntityType]))
        {
            yield return () => EraseSomeAsync(table, userId, cancellationToken);
        }
    }

    /// <summary>All tables that say whose their rows are, so that a new one is erased too.</summary>
    private IEnumerable<IEntityType> Tables() => database.Model.GetEntityTypes().Where(type => type.FindProperty(nameof(Activity.UserId)) is not null);

    private async Task<bool> EraseSomeAsync(IEntityType table, Guid userId, CancellationToken cancellationToken)
    {
        if (table == database.HealthMetrics.EntityType && !database.Database.IsSqlite())
        {
            return await EraseSomeMetricsAsync(userId, cancellationToken);
        }

        return await EraseSomeAsync(table.GetTableName()!, userId, cancellationToken) == RowsPerStep;
    }

    // Partition by partition: a place of a row is one in its partition, and others have rows of the same place.
    private async Task<bool> EraseSomeMetricsAsync(Guid userId, CancellationToken cancellationToken)
    {
        var partition = await database.Database
            .SqlQuery<string>($"SELECT tableoid::regclass::text AS \"Value\" FROM health_metrics WHERE user_id = {userId} LIMIT 1").ToListAsync(cancellationToken);
        return partition is [var name] && await EraseSomeAsync(name, userId, cancellationToken) >= 0;
    }

    // By the place of the row, which both databases find at once; a DELETE with a limit by a key of several columns reads the table for each row on SQLite.
    private Task<int> EraseSomeAsync(string table, Guid userId, CancellationToken cancellationToken)
    {
        var place = database.Database.IsSqlite() ? "rowid" : "ctid";
        var delete = $"DELETE FROM {table} WHERE {place} IN (SELECT {place} FROM {table} WHERE user_id = {{0}} LIMIT {RowsPerStep})";
        return database.Database.ExecuteSqlRawAsync(delete, [userId], cancellationToken);
    }
}
