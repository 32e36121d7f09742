using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>What came of one login.</summary>
/// <param name="SignIn">What Garmin said, or what it said last time when it must not be asked yet.</param>
/// <param name="Pending">The login that waits for a code; only when Garmin wants one.</param>
internal sealed record LoginAttempt(SignInOutcome SignIn, PendingLogin? Pending = null);
