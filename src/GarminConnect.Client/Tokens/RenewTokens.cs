namespace GarminConnect.Client;

/// <summary>Gives tokens that are newer than those that Garmin refused, or that are about to expire.</summary>
/// <remarks>
/// A refresh token works once (docs/garmin-connect.md, section 3.3). So take the account's lock; read the stored tokens again, because another process may have
/// renewed them; call <see cref="GarminTokenClient.RefreshAsync"/> if they are still the same; store the new ones before returning them.
/// </remarks>
/// <param name="refused">The tokens that no longer serve.</param>
/// <param name="cancellationToken">Gives up.</param>
/// <exception cref="GarminSignInNeededException">Only a new sign-in helps.</exception>
public delegate Task<GarminTokens> RenewTokens(GarminTokens refused, CancellationToken cancellationToken);
