namespace GarminConnect.Client;

/// <summary>Garmin no longer accepts the account's tokens: somebody must sign in again.</summary>
/// <param name="why">Why that takes a person, as the end of a sentence; null when there is nothing more to say.</param>
public sealed class GarminSignInNeededException(string? why = null) : GarminException(
    $"Garmin Connect no longer accepts the tokens of this account{(why is null ? "" : ", and " + why)}; it must be linked again.");
