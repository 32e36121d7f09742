namespace GarminSync.Benchmarks.Floors;

/// <summary>What the loop is to do.</summary>
/// <param name="Garmin">The simulator.</param>
/// <param name="CentralDb">Where the files go.</param>
/// <param name="WarmUp">E-mails of the accounts with which it warms up.</param>
/// <param name="Accounts">E-mails of the accounts that are measured.</param>
/// <param name="AtOnce">How many activities of one account are fetched at once.</param>
internal sealed record BareLoopOrder(Uri Garmin, Uri CentralDb, IReadOnlyList<string> WarmUp, IReadOnlyList<string> Accounts, int AtOnce);
