using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GarminSync.IntegrationTests.Snapshots;

/// <summary>The tables of a database as the database itself describes them, a line for each column, index and constraint, and the migrations that made them.</summary>
internal static class DatabaseSchema
{
    private static readonly string[] Sqlite =
    [
        "SELECT 'table ' || name || iif(sql LIKE '%AUTOINCREMENT%', ' autoincrement', '') FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        """
        SELECT 'column ' || t.name || '.' || c.name || ' ' || c.type || iif(c."notnull", ' not null', '') || iif(c.pk > 0, ' key ' || c.pk, '')
            || coalesce(' default ' || c.dflt_value, '')
        FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
        """,
        """
        SELECT 'index ' || t.name || '.' || iif(i.origin = 'c', i.name, '(' || i.origin || ')') || iif(i."unique", ' unique', '') || iif(i.partial, ' partial', '')
            || ' (' || (SELECT group_concat(c.name || iif(c."desc", ' desc', '') || ' ' || c.coll, ', ') FROM pragma_index_xinfo(i.name) c WHERE c.key) || ')'
        FROM sqlite_schema t, pragma_index_list(t.name) i WHERE t.type = 'table'
        """,
        """
        SELECT 'foreign key ' || t.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' on delete ' || f.on_delete || ' on update ' || f.on_update
        FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
        """,
        """SELECT 'migration ' || "MigrationId" FROM "__EFMigrationsHistory" """,
    ];

    private static readonly string[] PostgreSql =
    [
        """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '')
            || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END || CASE is_identity WHEN 'YES' THEN ' identity ' || identity_generation ELSE '' END
            || coalesce(' default ' || column_default, '') || coalesce(' collate ' || collation_name, '')
        FROM information_schema.columns WHERE table_schema = 'public' AND NOT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass(quote_ident(table_name)) AND relispartition)
        """,
        """
        SELECT 'table ' || relname || CASE relkind WHEN 'p' THEN ' in partitions by ' || pg_get_partkeydef(oid) ELSE ' BASE TABLE' END
        FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
        """,
        // Partitions are as their table; which there are depends on the year.
        """
        SELECT 'index ' || tablename || ': ' || indexdef
        FROM pg_indexes WHERE schemaname = 'public' AND NOT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass(quote_ident(tablename)) AND relispartition)
        """,
        // Not the constraints named "not null", which PostgreSQL has from 18 on: the columns say that.
        """
        SELECT 'constraint ' || conrelid::regclass || '.' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND NOT EXISTS (SELECT FROM pg_class WHERE oid = conrelid AND relispartition)
        """,
        "SELECT 'trigger ' || tgrelid::regclass || '.' || tgname FROM pg_trigger WHERE NOT tgisinternal",
        "SELECT 'sequence ' || sequencename || ' ' || data_type || ' from ' || start_value || ' by ' || increment_by FROM pg_sequences WHERE schemaname = 'public'",
        """SELECT 'migration ' || "MigrationId" FROM "__EFMigrationsHistory" """,
    ];

    public static async Task<IReadOnlyList<string>> OfSqliteAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        return await ReadAsync(connection, Sqlite);
    }

    public static async Task<IReadOnlyList<string>> OfPostgreSqlAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        return await ReadAsync(connection, PostgreSql);
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(DbConnection connection, IEnumerable<string> queries)
    {
        await connection.OpenAsync();
        var lines = new List<string>();
        foreach (var query in queries)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = query;
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                lines.Add(rows.GetString(0));
            }
        }

        return lines;
    }
}
