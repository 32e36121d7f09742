namespace GarminConnect.Client;

/// <summary>Garmin does not have what was asked for: deleted, or it never existed.</summary>
internal sealed class GarminNotFoundException(string what) : Exception($"Garmin Connect does not have {what}.");
