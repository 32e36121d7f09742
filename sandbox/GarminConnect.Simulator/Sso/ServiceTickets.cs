using System.Security.Cryptography;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Sso;

/// <summary>The service tickets that were issued and not yet exchanged.</summary>
internal sealed class ServiceTickets(SimulatorOptions options)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ServiceTicket> _open = [];

    /// <summary>Issues a ticket that ends in <c>sso</c> for the mobile login, in <c>cas</c> for the others.</summary>
    public ServiceTicket Issue(Athlete athlete, string service, string suffix)
    {
        var value = $"ST-{RandomNumberGenerator.GetInt32(10_000, 1_000_000):d7}-{RandomNumberGenerator.GetString(Letters, 20)}-{suffix}";
        var ticket = new ServiceTicket(value, athlete, service, options.Clock.GetUtcNow());
        lock (_lock)
        {
            _open.Add(value, ticket);
        }

        return ticket;
    }

    /// <summary>Whose ticket it is, without using it.</summary>
    public ServiceTicket? Peek(string? value)
    {
        lock (_lock)
        {
            return value is null ? null : _open.GetValueOrDefault(value);
        }
    }

    /// <summary>Uses the ticket up. Null when it is unknown, used, too old or for another service; one for another service stays usable.</summary>
    public ServiceTicket? Redeem(string value, string service)
    {
        lock (_lock)
        {
            if (!_open.TryGetValue(value, out var ticket) || ticket.Service != service)
            {
                return null;
            }

            _open.Remove(value);
            return options.Clock.GetUtcNow() - ticket.Issued <= TimeSpan.FromSeconds(options.TicketSeconds) ? ticket : null;
        }
    }
}
