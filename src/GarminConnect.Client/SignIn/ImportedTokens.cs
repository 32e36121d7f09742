using System.Net;

namespace GarminConnect.Client;

/// <summary>Takes over the tokens of another client.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 3.4.</remarks>
public sealed class ImportedTokens
{
    private readonly GarminTokenClient _tokenClient;
    private readonly GarminConnectClient _data;

    internal ImportedTokens(GarminTokenClient tokenClient, GarminConnectClient data)
    {
        _tokenClient = tokenClient;
        _data = data;
    }

    /// <summary>
    /// Reads the profile with the tokens, and refreshes them first when they are about to expire or are refused. What Garmin answers is an outcome, never an
    /// exception. After <see cref="SignInOutcome.SignedIn"/> the tokens of the outcome replace those that were given, and the other client may have lost its access.
    /// </summary>
    /// <param name="tokens">The tokens of the other client; <see cref="GarminTokens.FromFile"/> reads them from a file.</param>
    /// <param name="cancellationToken">Gives up. The refresh token may be used up all the same.</param>
    public async Task<SignInOutcome> TakeAsync(GarminTokens tokens, CancellationToken cancellationToken = default)
    {
        // The call below renews the tokens where needed; the session then has the new ones.
        var session = new GarminSession(
            Guid.NewGuid().ToString(), tokens, async (refused, token) => (await _tokenClient.RefreshAsync(refused, token)).TokensOrThrow());
        try
        {
            var profile = await _data.GetProfileAsync(session, cancellationToken);
            return new SignInOutcome.SignedIn(session.Tokens, profile);
        }
        catch (GarminSignInNeededException)
        {
            return new SignInOutcome.TicketRefused("Garmin accepts neither the access token nor the refresh token: used by another client since, expired, or of another domain");
        }
        catch (GarminRejectedException exception) when (exception.Status == HttpStatusCode.Forbidden)
        {
            return new SignInOutcome.TicketRefused("Garmin refuses these tokens");
        }
        catch (GarminRateLimitedException exception)
        {
            return new SignInOutcome.RateLimited(exception.Until);
        }
        catch (Exception exception) when (exception is GarminRejectedException or GarminNotFoundException or GarminUnreachableException)
        {
            if (session.Tokens != tokens)
            {
                // They were refreshed: the old ones no longer work, so the new ones must not be lost.
                return new SignInOutcome.SignedIn(session.Tokens, null);
            }

            return new SignInOutcome.Unreachable(exception.Message);
        }
    }
}
