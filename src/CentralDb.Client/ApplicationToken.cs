namespace CentralDb.Client;

/// <summary>A user's token for our own HTTP API (not a Garmin one), as a hash.</summary>
/// <param name="Created">UTC.</param>
/// <param name="Expires">UTC; null for never.</param>
internal sealed record ApplicationToken(string UserId, string Hash, DateTimeOffset? Created, DateTimeOffset? Expires);
