namespace CentralDb.Client;

/// <summary>A user's token for FitTrack's own HTTP API (not a Garmin one), as a hash.</summary>
/// <param name="UserId">CentralDB's id of the user.</param>
/// <param name="Hash">The hash, in the form that its writer chose. CentralDB does not read it.</param>
/// <param name="Created">When it was made; UTC. Null when CentralDB does not say.</param>
/// <param name="Expires">When it ends; UTC. Null for never.</param>
public sealed record ApplicationToken(string UserId, string Hash, DateTimeOffset? Created, DateTimeOffset? Expires);
