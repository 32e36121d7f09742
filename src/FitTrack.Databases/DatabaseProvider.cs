namespace FitTrack.Databases;

/// <summary>The databases that FitTrack's own stores run on.</summary>
public enum DatabaseProvider
{
    /// <summary>A file in the data folder; one process.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server (15 or later); any number of processes.</summary>
    PostgreSql,
}
