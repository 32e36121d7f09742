namespace GarminConnect.Simulator.DiAuth;

/// <summary>What one call did to the tokens of an account. What it did not do is null or false.</summary>
internal sealed record TokenChange(string Email)
{
    /// <summary>Of the new tokens.</summary>
    public string? ClientId { get; init; }

    public string? AccessToken { get; init; }

    public DateTimeOffset AccessTokenExpires { get; init; }

    public string? RefreshToken { get; init; }

    public DateTimeOffset RefreshTokenExpires { get; init; }

    /// <summary>The refresh token that was traded in.</summary>
    public string? Used { get; init; }

    /// <summary>Ends the access tokens that there were.</summary>
    public bool EndsAccess { get; init; }

    /// <summary>Ends the refresh tokens that there were.</summary>
    public bool EndsRefresh { get; init; }
}
