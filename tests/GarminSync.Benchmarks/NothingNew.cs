namespace GarminSync.Benchmarks;

/// <summary>Syncs that find nothing new.</summary>
internal static class NothingNew
{
    private const int MostStatements = 60;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Load load)
    {
        await using var stage = await Stage.SetAsync(load);
        await stage.SyncAsync(stage.Users);
        await stage.SyncAsync(stage.Users); // The second reads the list once more, the third knows that nothing has changed.
        await stage.TakeRequestsAsync();

        await stage.Servers!.ForgetStatementsAsync();
        var countsBefore = await stage.Servers.CountAsync();
        var spent = Spent.Start();
        var time = await stage.SyncAsync(stage.Users);
        var ours = spent();
        var counts = await stage.Servers.CountAsync() - countsBefore;
        var requests = await stage.TakeRequestsAsync();

        var title = $"Nothing new, {load}";
        string[] programs = ["consumers", "PostgreSQL", "CentralDB", "RabbitMQ", "gateway"];
        return
        [
            new(title, "accounts a second", load.Accounts / time.TotalSeconds),
            new(title, "requests to Garmin, an account", (double)requests / load.Accounts),
            new(title, "processor time of an account, all our processes, in ms", programs.Sum(program => ours.MillisecondsEach(program, load.Accounts))),
            .. programs.Select(program => new Row(title, $"… of that: {program}", ours.MillisecondsEach(program, load.Accounts))),
            new(title, "SQL statements of an account", (double)counts.Statements / load.Accounts),
            new(title, "transactions of an account", (double)counts.Commits / load.Accounts),
            new(title, "confirmed messages of an account", (double)counts.Confirms / load.Accounts),
            .. (await stage.Servers.MostFrequentAsync(MostStatements))
                .Select(statement => new Row(title, statement.Statement, (double)statement.Calls / load.Accounts) { IsDetail = true }),
        ];
    }
}
