using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>What CentralDB keeps of a user's Garmin account. Every member is written, null too, and null makes CentralDB forget the value.</summary>
public sealed record GarminCredentials
{
    /// <summary>The e-mail of the Garmin account. Null for none.</summary>
    public string? GarminUsername { get; init; }

    /// <summary>The password. Sealed, unless <see cref="CentralDbOptions.SecretFormat"/> says otherwise; the name is CentralDB's. Null for none.</summary>
    public string? GarminPasswordPlaintext { get; init; }

    /// <summary>Garmin's access token, sealed as the password is. Null for none.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Garmin's refresh token, sealed as the password is. Null for none.</summary>
    public string? AccessTokenSecret { get; init; }

    /// <summary>When the access token expires; UTC. Null when that is not known.</summary>
    public DateTimeOffset? TokenExpirationDate { get; init; }

    // Some CentralDBs answer with the password under this name.
    [JsonInclude]
    [JsonPropertyName("garmin_plaintext_password")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal string? OtherPassword
    {
        get => null;
        init => GarminPasswordPlaintext ??= value;
    }

    /// <summary>A text without any of the secrets.</summary>
    /// <returns>When the access token expires.</returns>
    public override string ToString() => $"Garmin credentials, access until {TokenExpirationDate:u}";
}
