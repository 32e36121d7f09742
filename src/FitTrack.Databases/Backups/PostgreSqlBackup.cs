using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FitTrack.Databases.Backups;

/// <summary>Copies the tables of a PostgreSQL database by <c>COPY</c>, all in one snapshot: writers go on meanwhile, and nothing of what they do is in it.</summary>
internal static class PostgreSqlBackup
{
    // The tables of our own role. One that somebody else put there is theirs. A table in partitions is one table.
    private const string TablesSql = $"""
        SELECT relname FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> '{Migrations.Table}'
          AND pg_has_role(relowner, 'USAGE')
        ORDER BY relname
        """;

    private const string ColumnsSql = """
        SELECT attname, attidentity <> '' FROM pg_attribute
        WHERE attrelid = quote_ident($1)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
        ORDER BY attnum
        """;

    /// <exception cref="BackupRefusedException">It has no schema.</exception>
    public static async Task<DatabaseSnapshot> TakeAsync(BackedUpStore store, string folder, CancellationToken cancellationToken)
    {
        await store.Context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (NpgsqlConnection)store.Context.Database.GetDbConnection();
            await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            await connection.RunAsync("SET TRANSACTION READ ONLY", cancellationToken);
            if (await connection.ReadAsync($"SELECT to_regclass('\"{Migrations.Table}\"')::text", cancellationToken) is [null])
            {
                throw new BackupRefusedException($"{store.Title} has no schema yet. Start the service once.");
            }

            var migration = Migrations.RequireOne((await connection.ReadAsync(Migrations.LastSql, cancellationToken))!, store.Title);
            var paths = store.Files is { } files ? await connection.ReadAsync(files.PathsSql, cancellationToken) : [];
            var tables = new List<BackupTable>();
            var parts = new List<(string Name, string File)>();
            foreach (var name in await connection.ReadAsync(TablesSql, cancellationToken))
            {
                var table = await DescribeAsync(connection, name!, cancellationToken);
                var file = Path.Combine(folder, $"{name}.copy");
                await CopyAsync(connection, table, file, cancellationToken);
                tables.Add(table);
                parts.Add(($"tables/{name}.copy", file));
            }

            return new DatabaseSnapshot(migration, tables, parts, paths!);
        }
        finally
        {
            await store.Context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The columns as <c>COPY</c> is told them.</summary>
    public static string ColumnList(BackupTable table) => string.Join(", ", table.Columns.Select(PostgreSqlCommands.Quote));

    private static async Task<BackupTable> DescribeAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        var columns = new List<string>();
        string? identity = null;
        await using (var command = new NpgsqlCommand(ColumnsSql, connection) { Parameters = { new() { Value = table } } })
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                columns.Add(reader.GetString(0));
                identity = reader.GetBoolean(1) ? columns[^1] : identity;
            }
        }

        return new BackupTable(table, columns, identity, identity is null ? null : await LastIdentityAsync(connection, table, identity, cancellationToken));
    }

    // A sequence knows no snapshot: read after it was taken, its last number is that of a row in it, or a later one.
    private static async Task<long?> LastIdentityAsync(NpgsqlConnection connection, string table, string column, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_sequence_last_value(pg_get_serial_sequence(quote_ident($1), $2)::regclass)", connection)
        {
            Parameters = { new() { Value = table }, new() { Value = column } },
        };
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    private static async Task CopyAsync(NpgsqlConnection connection, BackupTable table, string file, CancellationToken cancellationToken)
    {
        await using var target = PrivateStream.Create(file);
        await using var rows = await connection.BeginRawBinaryCopyAsync(
            $"COPY (SELECT {ColumnList(table)} FROM {PostgreSqlCommands.Quote(table.Name)}) TO STDOUT (FORMAT BINARY)", cancellationToken);
        await rows.CopyToAsync(target, cancellationToken);
    }
}
