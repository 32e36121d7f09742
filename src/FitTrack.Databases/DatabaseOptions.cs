using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

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
    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == DatabaseProvider.PostgreSql && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new ValidationResult(
                "ConnectionString is required with Provider=PostgreSql, for example 'Host=localhost;Database=garminsync;Username=garminsync'.",
                [nameof(ConnectionString)]);
        }
        else if (!string.IsNullOrWhiteSpace(ConnectionString) && !IsReadable(ConnectionString))
        {
            var example = Provider == DatabaseProvider.PostgreSql ? "Host=localhost;Database=garminsync;Username=garminsync" : "Data Source=/path/to/file.db";
            yield return new ValidationResult($"this is no connection string for {Provider}; write one such as '{example}'.", [nameof(ConnectionString)]);
        }
    }

    // What the libraries say of one may have a part of it in the words, and so a password.
    private bool IsReadable(string text)
    {
        try
        {
            DbConnectionStringBuilder reader = Provider == DatabaseProvider.PostgreSql ? new NpgsqlConnectionStringBuilder() : new SqliteConnectionStringBuilder();
            reader.ConnectionString = text;
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }
}
