namespace GarminSync.Consumers.Operations;

/// <summary>How old the data of one kind are, over all linked accounts.</summary>
internal sealed record FreshnessOfKind
{
    // As time series are named in Prometheus, whose histograms these are like: each counts those of the one before too.
    private static readonly (string Name, TimeSpan Age)[] Steps =
    [
        ("1h", TimeSpan.FromHours(1)), ("6h", TimeSpan.FromHours(6)), ("1d", TimeSpan.FromDays(1)), ("2d", TimeSpan.FromDays(2)),
        ("7d", TimeSpan.FromDays(7)), ("30d", TimeSpan.FromDays(30)),
    ];

    private FreshnessOfKind(string kind, TimeSpan oldest, IReadOnlyList<(string Name, long Accounts)> within) => (Kind, Oldest, Within) = (kind, oldest, within);

    /// <summary>One of <see cref="Contracts.SyncKinds"/>.</summary>
    public string Kind { get; }

    /// <summary>The greatest age; zero when no account has such data.</summary>
    public TimeSpan Oldest { get; }

    /// <summary>How many accounts have data that are at most that old. The last counts all accounts, those without data too.</summary>
    public IReadOnlyList<(string Name, long Accounts)> Within { get; }

    /// <param name="kind">One of <see cref="Contracts.SyncKinds"/>.</param>
    /// <param name="synced">For each account when its newest sync began that went to its end; null: never.</param>
    /// <param name="now">The time.</param>
    public static FreshnessOfKind Of(string kind, IReadOnlyCollection<DateTimeOffset?> synced, DateTimeOffset now)
    {
        var ages = synced.OfType<DateTimeOffset>().Select(at => now - at).ToList();
        return new FreshnessOfKind(
            kind,
            ages.Count == 0 ? TimeSpan.Zero : ages.Max(),
            [.. Steps.Select(step => (step.Name, (long)ages.Count(age => age <= step.Age))), ("any", synced.Count)]);
    }
}
