using System.Text.Json.Serialization;

namespace FitTrack.CentralDb.Users;

/// <summary>An athlete.</summary>
internal sealed class User
{
    public Guid Id { get; init; }

    public string? Name { get; init; }

    /// <summary>As it was given.</summary>
    public required string Email { get; init; }

    /// <summary>The e-mail as it is compared: lower case. Unique.</summary>
    [JsonIgnore]
    public string EmailKey { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();
}
