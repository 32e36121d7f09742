using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.DiAuth;

internal sealed record AccessToken(Athlete Athlete, string ClientId, DateTimeOffset Expires);
