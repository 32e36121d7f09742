using GarminSync.Consumers.Erasure;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GarminSync.Consumers.Tests.Erasure;

/// <summary>A row of a user in each table of the state store, whatever tables there are.</summary>
internal static class PlantedRows
{
    private static readonly DateTime Now = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);
    private static readonly string[] OfJobs = ["work_item", "joined_request"];

    /// <summary>The tables whose rows are a user's: by a column with the id, or by a job.</summary>
    public static IEnumerable<IEntityType> Tables(StateDb db) =>
        UserRows.Tables(db.Model).Concat(db.Model.GetEntityTypes().Where(type => OfJobs.Contains(type.GetTableName())));

    /// <summary>Plants a row in each table that has none of the user's yet.</summary>
    /// <param name="db">The state store.</param>
    /// <param name="userId">The user.</param>
    /// <param name="undelivered">Whether a message waits for delivery, too.</param>
    public static async Task PlantAsync(StateDb db, string userId, bool undelivered = true)
    {
        var job = Guid.NewGuid();
        foreach (var table in Tables(db))
        {
            if (table.GetTableName() == "garmin_account")
            {
                continue; // the account is linked by the test
            }

            var columns = table.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never || property.ClrType != typeof(long)).ToList();
            var names = string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""));
            var places = string.Join(", ", columns.Select((column, i) => Value(column, userId, job) is null ? "NULL" : $"{{{i}}}"));
            var insert = $"INSERT INTO {table.GetTableName()} ({names}) VALUES ({places})";
            await db.Database.ExecuteSqlRawAsync(insert, columns.Select(column => Value(column, userId, job) ?? 0));
        }

        if (!undelivered)
        {
            return;
        }

        var body = $$"""{ "message": { "userId": "{{userId}}", "name": "Morning run" } }""";
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO outbox (sweep_after, message_id, destination_address, sent_at, content_type, message_type, body)
            VALUES ({Now.AddYears(100)}, {Guid.NewGuid()}, 'loopback://localhost/x', {Now}, 'application/json', 'urn:message:GarminSync.Contracts:ActivitySynced', {body})
            """);
    }

    /// <summary>How many rows there are of the user, by table.</summary>
    public static async Task<Dictionary<string, int>> CountAsync(StateDb db, string userId)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in Tables(db).Select(table => table.GetTableName()!))
        {
            // Rows of jobs whose job is gone would be nobody's: count those too.
            var whose = OfJobs.Contains(table) ? "job_id IN (SELECT correlation_id FROM sync_job WHERE user_id = {0}) OR job_id NOT IN (SELECT correlation_id FROM sync_job)"
                : table.EndsWith("_event", StringComparison.Ordinal) ? "user_id = {0} AND type <> 'UserErased'"
                : "user_id = {0}";
            var count = $"SELECT COUNT(*) AS \"Value\" FROM {table} WHERE {whose}";
            counts[table] = await db.Database.SqlQueryRaw<int>(count, userId).SingleAsync();
        }

        var named = $"%\"{userId}\"%";
        counts["outbox"] = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM outbox WHERE body LIKE {named}").SingleAsync();
        return counts;
    }

    private static object? Value(IProperty column, string userId, Guid job) => (column.DeclaringType.ClrType, column.Name) switch
    {
        (_, "UserId") => userId,
        (_, "JobId") => job,
        (var type, nameof(SyncJob.CorrelationId)) when type == typeof(SyncJob) => job,
        (_, nameof(SyncJob.FinishedAt)) => Now,
        _ when column.IsNullable => null,
        _ => Default(column),
    };

    private static object Default(IProperty column)
    {
        var type = column.GetTypeMapping().Converter?.ProviderClrType ?? column.ClrType;
        return type == typeof(string) ? "{}"
            : type == typeof(Guid) ? Guid.NewGuid()
            : type == typeof(DateTime) || type == typeof(DateTimeOffset) ? Now
            : type == typeof(DateOnly) ? new DateOnly(2026, 11, 22)
            : type.IsEnum ? 0
            : type == typeof(long) && column.IsPrimaryKey() ? Random.Shared.NextInt64(1, 1L << 40)
            : Activator.CreateInstance(type)!;
    }
}
