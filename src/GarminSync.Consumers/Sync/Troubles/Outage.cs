namespace GarminSync.Consumers.Sync;

/// <summary>A service that answers nobody at the moment, as this process sees it.</summary>
/// <param name="Service">What it is, for a person.</param>
/// <param name="Since">When the first call failed; UTC.</param>
/// <param name="Until">Before then nobody asks; after it one account does. UTC.</param>
/// <param name="AskedSince">When somebody last went ahead to ask: what began before then is the same failure. UTC.</param>
/// <param name="Failures">How many of those who asked, one at a time, have failed in a row.</param>
/// <param name="Reason">Why the last one failed, for a person.</param>
internal sealed record Outage(string Service, DateTimeOffset Since, DateTimeOffset Until, DateTimeOffset AskedSince, int Failures, string Reason)
{
    public const string Garmin = "Garmin Connect";

    public const string CentralDb = "CentralDB";
}
