using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FitTrack.Databases;

/// <summary>
/// Stores <see cref="DateTimeOffset"/> as a UTC time: <c>timestamptz</c> on PostgreSQL, sortable text on SQLite, whose provider cannot compare
/// offsets. The offset itself is not kept; where it means something it has a column of its own.
/// </summary>
public sealed class UtcTimes() : ValueConverter<DateTimeOffset, DateTime>(
    time => time.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
{
    /// <summary>Applies the conversion to every <see cref="DateTimeOffset"/> of a model.</summary>
    public static void Apply(ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcTimes>();
}
