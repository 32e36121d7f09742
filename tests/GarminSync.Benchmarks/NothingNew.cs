namespace GarminSync.Benchmarks;

/// <summary>Syncs that find nothing new.</summary>
internal static class NothingNew
{
    public static async Task<IReadOnlyList<Row>> MeasureAsync(Load load)
    {
        await using var stage = await Stage.SetAsync(load);
        await stage.SyncAsync(stage.Users);
        await stage.SyncAsync(stage.Users); // The second reads the list once more, the third knows that nothing has changed.
        await stage.TakeRequestsAsync();

        var spent = Spent.Start();
        var time = await stage.SyncAsync(stage.Users);
        var ours = spent();
        var requests = await stage.TakeRequestsAsync();

        var title = $"Nothing new, {load}";
        string[] programs = ["consumers", "PostgreSQL", "CentralDB", "RabbitMQ", "gateway"];
        return
        [
            new(title, "accounts a second", load.Accounts / time.TotalSeconds),
            new(title, "requests to Garmin, an account", (double)requests / load.Accounts),
            new(title, "processor time of an account, all our processes, in ms", programs.Sum(program => ours.MillisecondsEach(program, load.Accounts))),
            .. programs.Select(program => new Row(title, $"… of that: {program}", ours.MillisecondsEach(program, load.Accounts))),
        ];
    }
}
