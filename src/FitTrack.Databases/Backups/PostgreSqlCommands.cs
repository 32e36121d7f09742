using Npgsql;

namespace FitTrack.Databases.Backups;

/// <summary>Statements without a row of the model.</summary>
internal static class PostgreSqlCommands
{
    /// <summary>A name as SQL has it.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Runs one, however long it takes.</summary>
    public static async Task RunAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads a column of texts.</summary>
    public static async Task<List<string?>> ReadAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string?>();
        while (await reader.ReadAsync(cancellationToken))
        {
            texts.Add(await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetString(0));
        }

        return texts;
    }
}
