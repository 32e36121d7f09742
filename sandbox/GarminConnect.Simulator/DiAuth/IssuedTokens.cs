namespace GarminConnect.Simulator.DiAuth;

/// <summary>What the token endpoint gives out.</summary>
internal sealed record IssuedTokens(string AccessToken, string? RefreshToken);
