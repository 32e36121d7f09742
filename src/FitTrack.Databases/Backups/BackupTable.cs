namespace FitTrack.Databases.Backups;

/// <summary>A table of PostgreSQL in an archive, as the binary form of <c>COPY</c>.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">The columns in the order in which they were written.</param>
/// <param name="IdentityColumn">The column that the database numbers itself; null when it has none.</param>
/// <param name="LastIdentity">The last number that was given, at least; null when none was.</param>
internal sealed record BackupTable(string Name, IReadOnlyList<string> Columns, string? IdentityColumn, long? LastIdentity);
