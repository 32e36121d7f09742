using GarminSync.Consumers.GarminConnect;

namespace GarminSync.Consumers.Accounts;

/// <summary>How a login ended.</summary>
/// <param name="SignIn">What Garmin said.</param>
/// <param name="UserId">The CentralDB user that is linked now; null when Garmin did not let us in.</param>
internal sealed record LinkingOutcome(SignInOutcome SignIn, string? UserId);
