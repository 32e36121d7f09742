using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FitTrack.Databases;

/// <summary>Registration of a database.</summary>
public static class DatabaseRegistration
{
    /// <summary>
    /// Brings the database of <typeparamref name="TContext"/> to the newest schema before any hosted service starts. If that fails, the process does not start
    /// (<see cref="FitTrack.Hosting.StartRefusedException"/>).
    /// </summary>
    /// <param name="services">Has <typeparamref name="TContext"/>.</param>
    /// <param name="name">What the message calls the database; begins a sentence: "The state store".</param>
    /// <param name="section">The section that the message refers to, such as <c>State</c>.</param>
    public static IServiceCollection AddUpgradeAtStart<TContext>(this IServiceCollection services, string name, string section)
        where TContext : DbContext =>
        services.AddHostedService(provider => new UpgradeAtStart<TContext>(provider.GetRequiredService<IServiceScopeFactory>(), name, section));

    /// <summary>Points a context at the database that the options name.</summary>
    /// <param name="builder">The context's options.</param>
    /// <param name="options">Which database.</param>
    /// <param name="sqliteFile">The file to use when the options name none.</param>
    /// <exception cref="InvalidOperationException">The options name an unknown provider.</exception>
    public static DbContextOptionsBuilder UseFitTrackDatabase(this DbContextOptionsBuilder builder, DatabaseOptions options, string sqliteFile)
    {
        _ = options.Provider switch
        {
            DatabaseProvider.Sqlite => builder.UseSqlite(SqliteConnectionString(options.ConnectionString, sqliteFile)).AddInterceptors(SqliteWaits.Instance),
            DatabaseProvider.PostgreSql => builder.UseNpgsql(PostgreSqlConnectionString(options)),
            _ => throw new InvalidOperationException($"Database provider {options.Provider} is not known; use Sqlite or PostgreSql."),
        };

        // Migrations are written by hand, without a model snapshot (decision 4), so EF Core always thinks that changes are pending.
        return builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    // The driver's own waiting comes after SQLite's, so it tries once more and reports "database is locked".
    private static string SqliteConnectionString(string? configured, string file) =>
        new SqliteConnectionStringBuilder(configured ?? $"Data Source={file}") { DefaultTimeout = (int)SqliteWaits.Longest.TotalSeconds, ForeignKeys = true }.ToString();

    // The configured connection string with what suits our stores, as far as it says nothing else.
    private static string PostgreSqlConnectionString(DatabaseOptions options)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        if (options.Password is { } password)
        {
            connection.Password = password;
        }

        // Nothing of ours is kept in a session (no SET, no temporary table, no lock beyond its transaction), so there is nothing to reset.
        SetUnlessConfigured("No Reset On Close", true);

        // The same few statements come again and again: parsed and planned once for each connection.
        SetUnlessConfigured("Max Auto Prepare", 100);
        SetUnlessConfigured("Auto Prepare Min Usages", 3);
        return connection.ToString();

        void SetUnlessConfigured(string keyword, object value)
        {
            if (!connection.ShouldSerialize(keyword))
            {
                connection[keyword] = value;
            }
        }
    }
}
