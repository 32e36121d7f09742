using System.Text.Json;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Events;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GarminSync.Consumers.Erasure;

/// <summary>
/// The rows of a user in the state store. Tables that say whose their rows are are found in the model, so that a new one is erased too; those whose rows are a user's
/// in another way are named here, and a test fails when a table is neither. Erased in slices, so that no statement locks a table for long, and as often as one likes.
/// </summary>
internal sealed class UserRows(StateDb db)
{
    private const int RowsPerSlice = 2000;

    // Told to whoever reads the events, and hold nothing but the id.
    private static readonly string[] KeptEvents = [nameof(UserErased)];
    private static readonly string[] KeptMessages = [.. new[] { nameof(UserErased), nameof(GarminAccountUnlinked) }.Select(name => $"urn:message:GarminSync.Contracts:{name}")];

    /// <summary>The tables that <see cref="EraseAsync"/> empties of a user because they have the id in a column.</summary>
    public static IEnumerable<IEntityType> Tables(IModel model) => model.GetEntityTypes()
        .Where(type => type.FindProperty(nameof(GarminAccount.UserId)) is not null && type.ClrType != typeof(UserErasure))
        // An event that is given its place meanwhile is found in the second of the two; the account is the last, because the others are found by it.
        .OrderBy(type => type.ClrType == typeof(GarminAccount) ? 2 : type.ClrType == typeof(PlacedEvent) ? 1 : 0)
        .ThenBy(type => type.GetTableName(), StringComparer.Ordinal);

    /// <summary>Erases everything but the account's own row, the logins that wait, and the note that the user is being erased.</summary>
    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        foreach (var ofJobs in new[] { typeof(WorkItem), typeof(JoinedRequest) })
        {
            await EraseSlicesAsync(db.Model.FindEntityType(ofJobs)!, "job_id IN (SELECT correlation_id FROM sync_job WHERE user_id = {0})", userId, cancellationToken);
        }

        foreach (var table in Tables(db.Model).Where(table => table.ClrType != typeof(GarminAccount)))
        {
            await EraseSlicesAsync(table, typeof(EventRow).IsAssignableFrom(table.ClrType) ? $"user_id = {{0}} AND type NOT IN ('{string.Join("', '", KeptEvents)}')" : "user_id = {0}", userId, cancellationToken);
        }

        await db.ForgetUndeliveredAsync("userId", JsonSerializer.Serialize(userId), KeptMessages, cancellationToken);
    }

    /// <summary>Erases what is kept of logins to an account: those that wait for a code, and when the next may be sent.</summary>
    public async Task EraseLoginsAsync(IEnumerable<string> userNames, CancellationToken cancellationToken)
    {
        var keys = userNames.Where(name => name.Length > 0).Select(AccountName.KeyOf).Distinct().ToList();
        await db.Set<PendingLogin>().Where(login => keys.Contains(login.AccountName)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<LoginCooldown>().Where(cooldown => keys.Contains(cooldown.AccountName)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task EraseSlicesAsync(IEntityType table, string whose, string userId, CancellationToken cancellationToken)
    {
        // By the place of the row: a DELETE with a limit by a key of several columns reads the table for each row on SQLite.
        var place = db.IsSqlite ? "rowid" : "ctid";
        var delete = $"DELETE FROM {table.GetTableName()} WHERE {place} IN (SELECT {place} FROM {table.GetTableName()} WHERE {whose} LIMIT {RowsPerSlice})";
        while (await db.Database.ExecuteSqlRawAsync(delete, [userId], cancellationToken) > 0)
        {
            // The next slice.
        }
    }
}
