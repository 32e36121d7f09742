namespace GarminConnect.Simulator.Sso;

/// <summary>A service ticket was issued or, with <see cref="Redeemed"/>, used up.</summary>
internal sealed record TicketChange(string Value, string Email, string Service, DateTimeOffset Issued, bool Redeemed = false);
