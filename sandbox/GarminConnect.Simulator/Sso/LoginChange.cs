namespace GarminConnect.Simulator.Sso;

/// <summary>A login waits for its code or, with <see cref="Ended"/>, does so no longer.</summary>
internal sealed record LoginChange(string Session, string Email, string Service, DateTimeOffset Started, bool Ended = false);
