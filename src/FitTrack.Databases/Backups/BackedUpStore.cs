using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.Databases.Backups;

/// <summary>A database that a program keeps, with the files that belong to it.</summary>
/// <param name="Name">What it is called inside the archive, such as <c>state-store</c>.</param>
/// <param name="Title">What a person calls it; begins a sentence.</param>
/// <param name="Context">A context of it, which is used by nobody else meanwhile.</param>
public sealed record BackedUpStore(string Name, string Title, DbContext Context)
{
    /// <summary>The files; null for a database that points at none.</summary>
    public BackedUpFiles? Files { get; init; }

    /// <summary>Whether it may be absent, because somebody else keeps it: then a backup is made without it, and says so.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>Which kind of database it is.</summary>
    public DatabaseProvider Provider => Context.Database.IsSqlite() ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql;

    /// <summary>Whether there is something to back up: always on PostgreSQL, where a server that is away is an error.</summary>
    public bool IsThere => Provider != DatabaseProvider.Sqlite || File.Exists(SqliteFile);

    /// <summary>The full path of the database's file. SQLite only.</summary>
    internal string SqliteFile => Path.GetFullPath(new SqliteConnectionStringBuilder(Context.Database.GetConnectionString()).DataSource);
}
