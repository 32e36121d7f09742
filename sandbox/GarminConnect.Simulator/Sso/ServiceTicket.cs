using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Sso;

/// <summary>The proof of a login, for one service, once.</summary>
internal sealed record ServiceTicket(string Value, Athlete Athlete, string Service, DateTimeOffset Issued);
