namespace GarminSync.Benchmarks;

/// <summary>Syncs of health metrics: a month that nobody has asked for yet, the same month again, a year, and a day.</summary>
internal static class HealthLoads
{
    // The simulator's today is 1 June 2026.
    private static readonly (string Name, string First, string Last, int Days)[] Ranges =
    [
        ("a first month", "2026-05-01", "2026-05-30", 30),
        ("the same month again", "2026-05-01", "2026-05-30", 30),
        ("the year before it", "2025-05-01", "2026-04-30", 365),
        ("a new day", "2026-05-31", "2026-05-31", 1),
    ];

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Load load)
    {
        await using var stage = await Stage.SetAsync(load);
        string[] programs = load.IsStandalone ? ["standalone"] : ["consumers", "PostgreSQL", "CentralDB", "RabbitMQ", "gateway"];
        var rows = new List<Row>();
        foreach (var (name, first, last, days) in Ranges)
        {
            await stage.TakeRequestsAsync();
            var before = await ValuesAsync(stage);
            var spent = Spent.Start();
            var time = await stage.SyncAsync(stage.Users, "sync/health-metrics", first, last);
            var ours = spent();
            var title = $"Health metrics of {load.Accounts} accounts, {name}";
            rows.Add(new(title, "requests to Garmin, an account", (double)await stage.TakeRequestsAsync() / load.Accounts));
            rows.Add(new(title, "accounts a second", load.Accounts / time.TotalSeconds));
            rows.Add(new(title, "processor time of a day, all our processes, in ms", programs.Sum(program => ours.MillisecondsEach(program, load.Accounts * days))));
            rows.AddRange(programs.Select(program => new Row(title, $"… of that: {program}", ours.MillisecondsEach(program, load.Accounts * days))));
            if (before is { } old && await ValuesAsync(stage) is { } now)
            {
                rows.Add(new(title, "new values in CentralDB, a second", (now - old) / time.TotalSeconds));
            }
        }

        return rows;
    }

    private static async Task<long?> ValuesAsync(Stage stage) => stage.Servers is { } servers ? await servers.MetricValuesAsync() : null;
}
