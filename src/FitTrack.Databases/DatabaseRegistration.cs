using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace FitTrack.Databases;

/// <summary>Points a context at the database that the options name.</summary>
public static class DatabaseRegistration
{
    /// <summary>Chooses the provider. <paramref name="sqliteFile"/> is the file used when the options name none.</summary>
    public static DbContextOptionsBuilder UseFitTrackDatabase(this DbContextOptionsBuilder builder, DatabaseOptions options, string sqliteFile)
    {
        _ = options.Provider switch
        {
            DatabaseProvider.Sqlite => builder.UseSqlite(SqliteConnectionString(options.ConnectionString, sqliteFile)),
            DatabaseProvider.PostgreSql => builder.UseNpgsql(PostgreSqlConnectionString(options)),
            _ => throw new InvalidOperationException($"Database provider {options.Provider} is not known; use Sqlite or PostgreSql."),
        };

        // There is no model snapshot: EF Core generates migrations for one provider, so ours, which serve two, are written by hand (docs/decisions).
        return builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    // A busy database is waited for up to this long by the driver before "database is locked" is reported.
    private static string SqliteConnectionString(string? configured, string file) =>
        new SqliteConnectionStringBuilder(configured ?? $"Data Source={file}") { DefaultTimeout = 15, ForeignKeys = true }.ToString();

    private static string? PostgreSqlConnectionString(DatabaseOptions options) => options.Password is { } password
        ? new NpgsqlConnectionStringBuilder(options.ConnectionString) { Password = password }.ToString()
        : options.ConnectionString;
}
