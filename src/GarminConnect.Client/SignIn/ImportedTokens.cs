using System.Net;

namespace GarminConnect.Client;

/// <summary>Takes over the tokens of another client.</summary>
internal sealed class ImportedTokens(GarminTokenClient tokenClient, GarminConnectClient data)
{
    /// <summary>Tries the tokens on the profile, refreshed when they have run out or are refused; what Garmin answers is an outcome.</summary>
    public async Task<SignInOutcome> TakeAsync(GarminTokens tokens, CancellationToken cancellationToken)
    {
        // Data calls renew on a refusal and ahead of expiry; what they renew to is what is stored.
        var session = new GarminSession(
            Guid.NewGuid().ToString(), tokens, async (refused, token) => (await tokenClient.RefreshAsync(refused, token)).TokensOrThrow());
        try
        {
            var profile = await data.GetProfileAsync(session, cancellationToken);
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
                // Refreshed: the ones that were sent are dead, so these must not be lost.
                return new SignInOutcome.SignedIn(session.Tokens, null);
            }

            return new SignInOutcome.Unreachable(exception.Message);
        }
    }
}
