using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Sso;

/// <summary>A login that waits for its MFA code.</summary>
internal sealed record PendingLogin(string Session, Athlete Athlete, string Service, DateTimeOffset Started);
