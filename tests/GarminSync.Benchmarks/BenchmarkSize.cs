namespace GarminSync.Benchmarks;

/// <summary>How much one run measures.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Loads">The syncs of activities.</param>
/// <param name="Idle">The syncs that find nothing new.</param>
/// <param name="Requests">The requests for syncs; null for none.</param>
internal sealed record BenchmarkSize(string Name, IReadOnlyList<Load> Loads, IReadOnlyList<Load> Idle, Load? Requests)
{
    /// <summary>Whose health metrics are synchronised; null for none.</summary>
    public Load? Health { get; init; }

    /// <summary>What is fetched while calls are timed; null for none.</summary>
    public Load? Calls { get; init; }

    public static IReadOnlyList<BenchmarkSize> All { get; } =
    [
        // Whether everything can still be measured, in a minute; its figures say nothing.
        new("smoke", [new Load(2, 5), new Load(2, 5) { IsStandalone = true }], [], null),
        new("standalone", [new Load(20, 60) { IsStandalone = true }], [], null),
        // Long enough for a profile of what goes on when everything is compiled.
        new("steady", [new Load(40, 60)], [], null),
        new("idle", [], [new Load(300, 1)], null),
        new("health", [], [], null) { Health = new Load(20, 0) },
        new("calls", [], [], null) { Calls = new Load(31, 60) },
        new(
            "usual",
            [new Load(30, 20), new Load(30, 20) { Latency = TimeSpan.FromMilliseconds(50) }, new Load(1, 500) { AtOnce = 8 }, new Load(20, 20) { IsStandalone = true }],
            [new Load(100, 5)],
            new Load(20, 0)) { Health = new Load(10, 0), Calls = new Load(21, 40) },
        new(
            "full",
            [
                new Load(60, 30), new Load(60, 30) { Latency = TimeSpan.FromMilliseconds(50) }, new Load(60, 30) { Latency = TimeSpan.FromMilliseconds(200) },
                new Load(60, 30) { Consumers = 2 }, new Load(60, 30) { Consumers = 4 },
                new Load(1, 1000) { AtOnce = 8 }, new Load(1, 10_000) { AtOnce = 8 }, new Load(1, 50_000) { AtOnce = 8 }, new Load(100, 20), new Load(1000, 5), new Load(50, 20) { IsStandalone = true },
            ],
            [new Load(1000, 1)],
            new Load(100, 0)) { Health = new Load(50, 0), Calls = new Load(61, 60) },
    ];

    public static BenchmarkSize? Of(string name) => All.FirstOrDefault(size => size.Name == name);
}
