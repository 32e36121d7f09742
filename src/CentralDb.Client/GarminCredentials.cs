using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>What CentralDB keeps of a user's Garmin account. Every member is written, null too: that forgets the value.</summary>
internal sealed record GarminCredentials
{
    public string? GarminUsername { get; init; }

    /// <summary>The password; sealed, unless <see cref="CentralDbOptions.SecretFormat"/> says otherwise. The name is CentralDB's.</summary>
    public string? GarminPasswordPlaintext { get; init; }

    /// <summary>Garmin's access token; sealed as the password is.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Garmin's refresh token; sealed as the password is.</summary>
    public string? AccessTokenSecret { get; init; }

    /// <summary>When the access token expires; UTC.</summary>
    public DateTimeOffset? TokenExpirationDate { get; init; }

    /// <summary>Some CentralDBs answer with the password under this name.</summary>
    [JsonPropertyName("garmin_plaintext_password")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OtherPassword
    {
        get => null;
        init => GarminPasswordPlaintext ??= value;
    }

    public override string ToString() => $"Garmin credentials, access until {TokenExpirationDate:u}";
}
