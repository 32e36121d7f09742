namespace GarminSync.Benchmarks;

/// <summary>A first sync of accounts, from the request to the end of the last job, beside the bare loop.</summary>
internal static class EndToEnd
{
    private const int MostStatements = 60;

    // The loop stores its files in a CentralDB of its own, and that has a database: they are part of the least that a sync costs.
    private static readonly string[] Floor = [ProcessTree.Loop, "CentralDB", "PostgreSQL"];

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Load load)
    {
        await using var stage = await Stage.SetAsync(load);
        var items = load.Accounts * load.Activities;
        var bare = await LoopAsync(stage);

        await (stage.Servers?.ForgetStatementsAsync() ?? Task.CompletedTask);
        var countsBefore = await CountAsync(stage);
        var spent = Spent.Start();
        var time = await stage.SyncAsync(stage.Users);
        var ours = spent();
        var memory = ProcessTree.Memory();
        var counts = await CountAsync(stage) is { } after ? after - countsBefore! : null;

        var programs = load.IsStandalone ? ["standalone"] : new[] { "consumers", "PostgreSQL", "CentralDB", "RabbitMQ", "gateway" };
        var all = programs.Sum(program => ours.MillisecondsEach(program, items));
        List<Row> rows =
        [
            new($"{load}", "activities a second", items / time.TotalSeconds, items / bare.Time.TotalSeconds),
            new($"{load}", "processor time of an activity, all processes, in ms", all, Floor.Sum(program => bare.MillisecondsEach(program, items))),
            .. programs.Select(program => new Row($"{load}", $"… of that: {program}", ours.MillisecondsEach(program, items), FloorOf(program, bare, items))),
            .. programs.Where(memory.ContainsKey).Select(program => new Row($"{load}", $"resident memory, {program}, in MB", memory[program] / 1e6)),
            new($"{load}", "to link an account, in ms", stage.Linking.TotalMilliseconds),
        ];
        if (counts is not null)
        {
            rows.Add(new($"{load}", "SQL statements of an activity", (double)counts.Statements / items));
            rows.Add(new($"{load}", "transactions of an activity", (double)counts.Commits / items));
            rows.Add(new($"{load}", "confirmed messages of an activity", (double)counts.Confirms / items));
            rows.AddRange((await stage.Servers!.MostFrequentAsync(MostStatements))
                .Select(statement => new Row($"{load}", statement.Statement, (double)statement.Calls / items) { IsDetail = true }));
        }

        return rows;
    }

    private static double? FloorOf(string program, Spent bare, int items) => program switch
    {
        "consumers" or "standalone" => bare.MillisecondsEach(ProcessTree.Loop, items),
        _ when Floor.Contains(program) => bare.MillisecondsEach(program, items),
        _ => null,
    };

    private static async Task<Spent> LoopAsync(Stage stage)
    {
        await using var loop = await stage.StartLoopAsync();
        var spent = Spent.Start();
        await loop.RunAsync();
        return spent();
    }

    private static async Task<ServerCounts?> CountAsync(Stage stage) => stage.Servers is { } servers ? await servers.CountAsync() : null;
}
