using GarminSync.Gateway.Bodies;

namespace GarminSync.Gateway.Login;

/// <summary>A service ticket that the athlete took from a browser.</summary>
/// <param name="ServiceTicket">The <c>ST-…</c> ticket, or Garmin's whole answer, as text or as an object; it lives for about a minute.</param>
/// <param name="ServiceUrl">The service that the ticket was issued for; absent: that of Garmin's Android app.</param>
/// <param name="Email">E-mail of the CentralDB user to link to; absent: the one in Garmin's profile.</param>
internal sealed record ServiceTicketBody(string ServiceTicket, string? ServiceUrl = null, string? Email = null)
{
    public static ValueTask<ServiceTicketBody> BindAsync(HttpContext context) =>
        JsonBody.ReadAsync(context, LoginBody.MaxBytes, Read);

    // A record prints its members; this one holds a ticket.
    public override string ToString() => nameof(ServiceTicketBody);

    private static ServiceTicketBody Read(JsonFields fields)
    {
        var serviceUrl = fields.Text("service_url");
        if (serviceUrl is not null && !Uri.TryCreate(serviceUrl, UriKind.Absolute, out _))
        {
            fields.Refuse("service_url", "must be a whole URL");
        }
        else if (serviceUrl?.Contains("ticket=", StringComparison.OrdinalIgnoreCase) == true)
        {
            // The whole address was copied out of a browser. This field, unlike the ticket, is not sealed.
            fields.Refuse("service_url", "must be without the ticket; the whole address will do as service_ticket");
        }

        return new ServiceTicketBody(fields.RequiredTextOrObject("service_ticket"), serviceUrl, fields.Text("email"));
    }
}
