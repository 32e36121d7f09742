using System.Security.Cryptography;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Persistence;

namespace GarminConnect.Simulator.Sso;

/// <summary>The service tickets that were issued and not yet exchanged.</summary>
internal sealed class ServiceTickets
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ServiceTicket> _open = [];
    private readonly ChangeLog<TicketChange> _log;
    private readonly SimulatorOptions _options;

    public ServiceTickets(SimulatorOptions options, AthleteDirectory athletes)
    {
        _options = options;
        _log = new ChangeLog<TicketChange>(options.DataFolder, "tickets.jsonl");
        foreach (var change in _log.Read())
        {
            if (athletes.Find(change.Email) is { } athlete)
            {
                Apply(athlete, change);
            }
        }
    }

    /// <summary>Issues a ticket that ends in <c>sso</c> for the mobile login, in <c>cas</c> for the others.</summary>
    public ServiceTicket Issue(Athlete athlete, string service, string suffix)
    {
        var value = $"ST-{RandomNumberGenerator.GetInt32(10_000, 1_000_000):d7}-{RandomNumberGenerator.GetString(Letters, 20)}-{suffix}";
        lock (_lock)
        {
            Change(athlete, new TicketChange(value, athlete.Email, service, _options.Clock.GetUtcNow()));
            return _open[value];
        }
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

            Change(ticket.Athlete, new TicketChange(value, ticket.Athlete.Email, service, ticket.Issued, Redeemed: true));
            return _options.Clock.GetUtcNow() - ticket.Issued <= TimeSpan.FromSeconds(_options.TicketSeconds) ? ticket : null;
        }
    }

    private void Change(Athlete athlete, TicketChange change)
    {
        _log.Append(change);
        Apply(athlete, change);
    }

    private void Apply(Athlete athlete, TicketChange change)
    {
        if (change.Redeemed)
        {
            _open.Remove(change.Value);
        }
        else
        {
            _open.Add(change.Value, new ServiceTicket(change.Value, athlete, change.Service, change.Issued));
        }
    }
}
