namespace FitTrack.CentralDb.Tokens;

/// <summary>A user's access token of the gateway (not a Garmin one), as a hash.</summary>
internal sealed class Token
{
    public Guid UserId { get; init; }

    public required string Hash { get; set; }

    public DateTimeOffset Created { get; set; }

    /// <summary>When it stops to be valid; never when <see langword="null"/>.</summary>
    public DateTimeOffset? Expires { get; set; }
}
