namespace FitTrack.CentralDb.Credentials;

/// <summary>What a user logs in to Garmin with. Kept as it is sent: callers seal secrets before they send them.</summary>
internal sealed class GarminCredentials
{
    public Guid UserId { get; init; }

    public string? GarminUsername { get; set; }

    /// <summary>The password. The name is that of the original API; a sealed value is as good.</summary>
    public string? GarminPasswordPlaintext { get; set; }

    /// <summary>Garmin's DI access token.</summary>
    public string? AccessToken { get; set; }

    /// <summary>Garmin's DI refresh token.</summary>
    public string? AccessTokenSecret { get; set; }

    /// <summary>When the access token expires.</summary>
    public DateTimeOffset? TokenExpirationDate { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }
}
