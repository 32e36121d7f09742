namespace GarminConnect.Client;

/// <summary>Garmin no longer accepts the account's tokens: it must be linked again.</summary>
/// <param name="why">What stands in the way of doing that without a person, as the end of a sentence; null when there is nothing more to say.</param>
internal sealed class GarminSignInNeededException(string? why = null) : Exception(
    $"Garmin Connect no longer accepts the tokens of this account{(why is null ? "" : ", and " + why)}; it must be linked again.");
