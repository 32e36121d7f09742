using System.ComponentModel.DataAnnotations;

namespace FitTrack.Databases;

/// <summary>Which database a store lies in. Bound from the store's own section, such as <c>State</c>.</summary>
public class DatabaseOptions : IValidatableObject
{
    /// <summary>The kind of database. Default: <see cref="DatabaseProvider.Sqlite"/>.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>The ADO.NET connection string. SQLite: a file in the data folder when null. PostgreSQL: required.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The password, if it is not in <see cref="ConnectionString"/> but, for example, in a secret file. PostgreSQL only. Default: null.</summary>
    public string? Password { get; set; }

    /// <inheritdoc/>
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
