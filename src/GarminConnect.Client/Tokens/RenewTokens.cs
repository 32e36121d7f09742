namespace GarminConnect.Client;

/// <summary>
/// Gives newer tokens than the refused ones. Whoever implements it holds the account's lock, re-reads the store (another process may have renewed already),
/// refreshes, and saves before it returns.
/// </summary>
/// <exception cref="GarminSignInNeededException">There are none to be had without a sign-in.</exception>
internal delegate Task<GarminTokens> RenewTokens(GarminTokens refused, CancellationToken cancellationToken);
