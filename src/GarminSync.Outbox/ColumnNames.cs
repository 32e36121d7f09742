using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GarminSync.Outbox;

/// <summary>
/// The names for SQL that is written by hand. Not <c>SELECT *</c>: a prepared statement with that fails when a newer version, running beside this one, has added a
/// column to the table ("cached plan must not change result type").
/// </summary>
public static class ColumnNames
{
    private static readonly ConcurrentDictionary<IEntityType, string> Known = new();

    /// <summary>All columns of the entity's table that this version knows, with commas between them, as they are written in SQL.</summary>
    /// <exception cref="InvalidOperationException">The entity has no table in the database.</exception>
    public static string ColumnsOf<T>(this OutboxDbContext db)
        where T : class => Known.GetOrAdd(db.EntityOf<T>(), entity => string.Join(", ", entity.GetProperties().Select(property => $"\"{property.GetColumnName()}\"")));

    internal static string TableOf<T>(this OutboxDbContext db)
        where T : class => $"\"{db.EntityOf<T>().GetTableName()}\"";

    private static IEntityType EntityOf<T>(this OutboxDbContext db)
        where T : class => db.Model.FindEntityType(typeof(T)) is { } entity && entity.GetTableName() is not null
            ? entity
            : throw new InvalidOperationException($"{typeof(T).Name} has no table in the state store; configure it with an IEntityTypeConfiguration.");
}
