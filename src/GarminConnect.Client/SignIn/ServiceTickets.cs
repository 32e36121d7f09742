using System.Net;

namespace GarminConnect.Client;

/// <summary>Turns a service ticket, of a sign-in here or of a browser, into tokens that Garmin's data server accepts.</summary>
internal sealed class ServiceTickets(GarminTokenClient tokenClient, GarminConnectClient data)
{
    /// <summary>Exchanges the ticket and tries the tokens on the profile.</summary>
    public async Task<SignInOutcome> RedeemAsync(string ticket, string serviceUrl, CancellationToken cancellationToken) =>
        await tokenClient.ExchangeAsync(ticket, serviceUrl, cancellationToken) switch
        {
            TicketOutcome.Exchanged exchanged => await TryAsync(exchanged.Tokens, cancellationToken),
            TicketOutcome.RateLimited limited => new SignInOutcome.RateLimited(limited.Until),
            TicketOutcome.Refused refused => new SignInOutcome.TicketRefused(refused.Reason),
            TicketOutcome.Unreachable unreachable => new SignInOutcome.Unreachable(unreachable.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private async Task<SignInOutcome> TryAsync(GarminTokens tokens, CancellationToken cancellationToken)
    {
        try
        {
            return new SignInOutcome.SignedIn(tokens, await data.GetProfileAsync(GarminSession.WithoutRenewal(tokens), cancellationToken));
        }
        catch (Exception exception) when (exception is GarminSignInNeededException or GarminRejectedException { Status: HttpStatusCode.Forbidden })
        {
            return new SignInOutcome.Blocked("Garmin issued tokens and then did not accept them");
        }
        catch (Exception exception)
            when (exception is GarminRateLimitedException or GarminRejectedException or GarminNotFoundException or GarminUnreachableException)
        {
            // Says nothing about the tokens, which cost a sign-in: keep them.
            return new SignInOutcome.SignedIn(tokens, null);
        }
    }
}
