using GarminConnect.Client;

namespace GarminSample;

/// <summary>The account could not be signed in. Another try only after a person has looked at it.</summary>
internal sealed class SignInFailedException(SignInOutcome outcome) : Exception($"Garmin Connect did not sign in: {outcome}");
