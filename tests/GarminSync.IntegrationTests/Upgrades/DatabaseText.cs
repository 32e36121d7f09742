using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FitTrack.Databases;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GarminSync.IntegrationTests.Upgrades;

/// <summary>
/// A whole database as SQL: its schema as the database has it, and a line for each row. Moments at which something happened or falls due are written as
/// <c>{at 2026-11-26T22:20:00Z}</c>, so that they can be moved to the day of the test. The start of an activity is a fact and is left alone; so is what stands
/// inside JSON.
/// </summary>
internal static partial class DatabaseText
{
    public static DbConnection Connect(DatabaseProvider provider, string connectionString) => provider == DatabaseProvider.Sqlite
        ? new SqliteConnection(connectionString)
        : new NpgsqlConnection(connectionString);

    /// <summary>Runs the script on an empty database, every moment moved by <paramref name="shift"/>.</summary>
    public static async Task LoadAsync(DatabaseProvider provider, string connectionString, string script, TimeSpan shift)
    {
        // The rows come in the order of their tables, which is not that of the references.
        await using var connection = Connect(provider, provider == DatabaseProvider.Sqlite ? $"{connectionString};Foreign Keys=False" : connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Moment().Replace(script, found => $"'{Stored(provider, DateTime.Parse(found.Groups["at"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal) + shift)}'");
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<string> DumpAsync(DatabaseProvider provider, string connectionString)
    {
        await using var connection = Connect(provider, connectionString);
        await connection.OpenAsync();
        var isSqlite = provider == DatabaseProvider.Sqlite;
        var script = new StringBuilder();
        script.AppendJoin("", await SchemaAsync(connection, connectionString, isSqlite, before: true));
        var tables = await ListAsync(connection, isSqlite
            ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND (name NOT LIKE 'sqlite_%' OR name = 'sqlite_sequence') ORDER BY name"
            : "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname");
        foreach (var table in tables)
        {
            await AppendRowsAsync(script, connection, table, isSqlite);
        }

        return script.AppendJoin("", await SchemaAsync(connection, connectionString, isSqlite, before: false)).ToString();
    }

    private static async Task AppendRowsAsync(StringBuilder script, DbConnection connection, string table, bool isSqlite)
    {
        var columns = await ListAsync(connection, isSqlite
            ? $"SELECT name FROM pragma_table_info('{table}')"
            : $"SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' ORDER BY ordinal_position");
        var values = string.Join(", ", columns.Select(column => isSqlite ? $"quote(\"{column}\")" : $"quote_nullable(\"{column}\"::text)"));
        var into = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}){(isSqlite ? "" : " OVERRIDING SYSTEM VALUE")} VALUES ";
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {values} FROM \"{table}\" ORDER BY {values}";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            script.Append(into).Append('(').AppendJoin(", ", columns.Select((column, index) => IsMoment(column) ? Marked(rows.GetString(index)) : rows.GetString(index))).Append(");\n");
        }
    }

    private static bool IsMoment(string column) => column != "start_time" && MomentName().IsMatch(column);

    private static string Marked(string literal) => literal == "NULL"
        ? literal
        : $"{{at {DateTime.Parse(literal.Trim('\''), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal):O}}}";

    // As EF Core writes it: on SQLite text, which is compared as such.
    private static string Stored(DatabaseProvider provider, DateTime at) =>
        at.ToString(provider == DatabaseProvider.Sqlite ? "yyyy-MM-dd HH:mm:ss.FFFFFFF" : "yyyy-MM-dd HH:mm:ss.ffffff+00", CultureInfo.InvariantCulture);

    // Before the rows come the tables; after them indexes, foreign keys and the state of sequences.
    private static async Task<IEnumerable<string>> SchemaAsync(DbConnection connection, string connectionString, bool isSqlite, bool before)
    {
        if (isSqlite)
        {
            var type = before ? "table" : "index";
            return (await ListAsync(connection, $"SELECT sql FROM sqlite_schema WHERE type = '{type}' AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name")).Select(sql => $"{sql};\n");
        }

        var dumped = await PgDumpAsync(connectionString, before ? "pre-data" : "post-data");
        var sequences = before ? [] : await ListAsync(connection, "SELECT format('SELECT setval(%L, %s);', schemaname || '.' || sequencename, last_value) FROM pg_sequences WHERE last_value IS NOT NULL");
        return dumped.Split('\n').Where(line => line.Length > 0 && !Noise().IsMatch(line)).Concat(sequences).Select(line => $"{line}\n");
    }

    private static async Task<string> PgDumpAsync(string connectionString, string section)
    {
        var program = Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin", "pg_dump")).First(File.Exists);
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        string[] arguments = ["-h", to.Host!, "-p", $"{to.Port}", "-U", to.Username!, "-d", to.Database!, "--schema-only", "--no-owner", "--no-privileges", "--section", section];
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        return await process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>The first column of what the query finds, as text.</summary>
    public static async Task<List<string>> ListAsync(DbConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var rows = await command.ExecuteReaderAsync();
        var list = new List<string>();
        while (await rows.ReadAsync())
        {
            list.Add(rows.GetValue(0).ToString()!);
        }

        return list;
    }

    [GeneratedRegex(@"\{at (?<at>[0-9T:.-]+Z)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Moment();

    [GeneratedRegex("(_at|_until|_after|_date|^until)$", RegexOptions.ExplicitCapture)]
    private static partial Regex MomentName();

    [GeneratedRegex(@"^(--|SET |SELECT pg_catalog\.set_config|\\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Noise();
}
