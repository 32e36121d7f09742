namespace GarminSync.Consumers.GarminConnect;

/// <summary>Garmin no longer accepts the account's tokens: it must be linked again.</summary>
internal sealed class GarminSignInNeededException() : Exception("Garmin Connect no longer accepts the tokens of this account; it must be linked again.");
