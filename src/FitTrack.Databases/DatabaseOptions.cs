using System.ComponentModel.DataAnnotations;

namespace FitTrack.Databases;

/// <summary>Which database a store lies in. Bound from the store's own section, such as <c>State</c>.</summary>
public class DatabaseOptions : IValidatableObject
{
    /// <summary>The kind of database. Default: <see cref="DatabaseProvider.Sqlite"/>.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>The ADO.NET connection string; for SQLite a file in the data folder when absent, for PostgreSQL required.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The password, when it is kept apart from <see cref="ConnectionString"/>, as a secret in a file is. PostgreSQL only.</summary>
    public string? Password { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == DatabaseProvider.PostgreSql && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new ValidationResult(
                "ConnectionString is required with Provider=PostgreSql, for example 'Host=localhost;Database=garminsync;Username=garminsync'.",
                [nameof(ConnectionString)]);
        }
    }
}
