namespace GarminSync.Consumers.Operations;

/// <summary>How accounts and jobs are, in numbers.</summary>
/// <param name="Accounts">Linked accounts.</param>
/// <param name="Paused">Of them, those for which nothing is fetched now, by reason.</param>
/// <param name="TokensEnding">Of them, those whose tokens will have ended within a week unless they are used.</param>
/// <param name="Jobs">Jobs that have not ended, by state.</param>
/// <param name="Fresh">How old the data are, by kind.</param>
internal sealed record ServiceState(
    int Accounts, IReadOnlyDictionary<string, long> Paused, int TokensEnding, IReadOnlyDictionary<string, long> Jobs, IReadOnlyList<FreshnessOfKind> Fresh);
