using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.DiAuth;

/// <summary>One that was rotated away is remembered as used, so that a second use can be told from nonsense.</summary>
internal sealed record RefreshToken(Athlete Athlete, string ClientId, DateTimeOffset Expires, bool Used = false);
