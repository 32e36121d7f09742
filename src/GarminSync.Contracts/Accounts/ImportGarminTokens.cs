namespace GarminSync.Contracts;

/// <summary>Links an account with tokens that another client obtained. Answer: <see cref="GarminLoginAnswered"/>.</summary>
/// <remarks>Gateway → consumers. Refresh tokens rotate: the client that wrote the tokens loses its session.</remarks>
public sealed record ImportGarminTokens
{
    /// <summary>A <c>garmin_tokens.json</c> (<c>di_token</c>, <c>di_refresh_token</c>, <c>di_client_id</c>), sealed (<c>gs2.…</c>).</summary>
    public required string SealedTokens { get; init; }

    /// <summary>E-mail of the CentralDB user to link to; when absent, the one that Garmin's profile names.</summary>
    public string? Email { get; init; }
}
