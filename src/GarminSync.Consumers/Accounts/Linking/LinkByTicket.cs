using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>Links an account with a service ticket that a person took from a browser.</summary>
internal sealed class LinkByTicket(ServiceTickets tickets, AccountLinking linking)
{
    /// <param name="text">What the person copied: a ticket, an address with a ticket in it, or Garmin's whole answer.</param>
    /// <param name="serviceUrl">Null: the one in the text, else that of Garmin's Android app.</param>
    /// <param name="email">Null: the one in Garmin's profile.</param>
    public async Task<LinkingOutcome> LinkAsync(string text, string? serviceUrl, string? email, CancellationToken cancellationToken)
    {
        if (CopiedTicket.Read(text) is not { } copied)
        {
            return new LinkingOutcome.NotReadable("This is no service ticket. One begins with ST-; Garmin's whole answer, or an address with ?ticket= in it, will do too.");
        }

        if (email is not null)
        {
            await linking.CheckStoreAsync(email, cancellationToken);
        }

        return await tickets.RedeemAsync(copied.Ticket, serviceUrl ?? copied.Service, cancellationToken) switch
        {
            SignInOutcome.SignedIn signedIn => await linking.LinkAsync(email, signedIn.Tokens, signedIn.Profile, cancellationToken),
            var refused => new LinkingOutcome.Refused(refused),
        };
    }
}
