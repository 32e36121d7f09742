namespace GarminConnect.Client;

/// <summary>How the exchange of a service ticket for tokens ended.</summary>
internal abstract record TicketOutcome
{
    private TicketOutcome()
    {
    }

    internal sealed record Exchanged(GarminTokens Tokens) : TicketOutcome;

    /// <summary>The token server accepted the ticket with none of the client ids: it is used, too old, or of another service.</summary>
    internal sealed record Refused(string Reason) : TicketOutcome;

    internal sealed record RateLimited(DateTimeOffset Until) : TicketOutcome;

    internal sealed record Unreachable(string Reason) : TicketOutcome;
}
