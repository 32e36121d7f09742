namespace GarminSync.Consumers.Sync;

/// <summary>A service that answers nobody at the moment, as this process sees it.</summary>
/// <param name="Service">What it is, for a person.</param>
/// <param name="Since">When the first call failed; UTC.</param>
/// <param name="Until">Before then nobody asks; after it one account does. UTC.</param>
/// <param name="Failures">How many calls have failed in a row, one at a time.</param>
/// <param name="Reason">Why the last one failed, for a person.</param>
internal sealed record Outage(string Service, DateTimeOffset Since, DateTimeOffset Until, int Failures, string Reason)
{
    public const string Garmin = "Garmin Connect";

    public const string CentralDb = "CentralDB";
}
