namespace GarminConnect.Client;

/// <summary>Garmin does not have what was asked for: it was deleted, or it never existed.</summary>
/// <param name="what">What was asked for, in words.</param>
public sealed class GarminNotFoundException(string what) : GarminException($"Garmin Connect does not have {what}.");
