namespace GarminSync.Contracts;

/// <summary>Links an account with a service ticket that the user took from a browser. Answer: <see cref="GarminLoginAnswered"/>.</summary>
/// <remarks>Gateway → consumers. A ticket lives for about a minute.</remarks>
public sealed record RedeemServiceTicket
{
    /// <summary>The <c>ST-…</c> ticket, sealed (<c>gs2.…</c>).</summary>
    public required string SealedTicket { get; init; }

    /// <summary>The service to which the ticket is bound; absent: that of Garmin's Android app.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>E-mail of the CentralDB user to link to; when absent, the one that Garmin's profile names.</summary>
    public string? Email { get; init; }
}
