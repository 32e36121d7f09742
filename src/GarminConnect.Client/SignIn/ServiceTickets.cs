using System.Net;

namespace GarminConnect.Client;

/// <summary>Signs in with a service ticket: what Garmin gives at the end of a sign-in, here or in a browser. It is good for one exchange into tokens.</summary>
/// <remarks>Source: docs/garmin-connect.md, sections 2.7 and 3.1.</remarks>
public sealed class ServiceTickets
{
    private readonly GarminTokenClient _tokenClient;
    private readonly GarminConnectClient _data;
    private readonly GarminAddresses _addresses;

    internal ServiceTickets(GarminTokenClient tokenClient, GarminConnectClient data, GarminAddresses addresses)
    {
        _tokenClient = tokenClient;
        _data = data;
        _addresses = addresses;
    }

    /// <summary>Exchanges the ticket for tokens and reads the profile with them. What Garmin answers is an outcome, never an exception.</summary>
    /// <param name="ticket">The ticket, <c>ST-…</c>; <see cref="CopiedTicket.Read"/> finds it in what a person copied.</param>
    /// <param name="serviceUrl">The service to which the ticket is bound; null: that of Garmin's Android app, on whose sign-in page people get tickets.</param>
    /// <param name="cancellationToken">Gives up. The ticket may be used up all the same.</param>
    public async Task<SignInOutcome> RedeemAsync(string ticket, string? serviceUrl = null, CancellationToken cancellationToken = default) =>
        await _tokenClient.ExchangeAsync(ticket, serviceUrl ?? _addresses.Services.Android, cancellationToken) switch
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
            return new SignInOutcome.SignedIn(tokens, await _data.GetProfileAsync(GarminSession.WithoutRenewal(tokens), cancellationToken));
        }
        catch (Exception exception) when (exception is GarminSignInNeededException or GarminRejectedException { Status: HttpStatusCode.Forbidden })
        {
            return new SignInOutcome.Blocked("Garmin issued tokens and then did not accept them");
        }
        catch (Exception exception)
            when (exception is GarminRateLimitedException or GarminRejectedException or GarminNotFoundException or GarminUnreachableException)
        {
            // This says nothing about the tokens, and they cost a sign-in: keep them.
            return new SignInOutcome.SignedIn(tokens, null);
        }
    }
}
