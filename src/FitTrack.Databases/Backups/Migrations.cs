using System.Data.Common;

namespace FitTrack.Databases.Backups;

/// <summary>How far the schema of a database is.</summary>
internal static class Migrations
{
    /// <summary>EF Core's table of them.</summary>
    public const string Table = "__EFMigrationsHistory";

    /// <summary>Selects the last one that ran.</summary>
    public const string LastSql = $"SELECT \"MigrationId\" FROM \"{Table}\" ORDER BY \"MigrationId\" DESC LIMIT 1";

    /// <exception cref="BackupRefusedException">There is none: nothing was ever stored.</exception>
    public static string RequireOne(IReadOnlyList<string> last, string title) => last is [var migration]
        ? migration
        : throw new BackupRefusedException($"{title} has no schema yet. Start the service once.");

    /// <summary>Reads a column of texts without nulls.</summary>
    public static async Task<List<string>> ReadAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
