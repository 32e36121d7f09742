using System.Diagnostics;

namespace GarminSync.Benchmarks;

/// <summary>Requests for syncs, one after the other on a few connections, of accounts that have nothing at Garmin.</summary>
internal static class AcceptedSyncs
{
    private const int Connections = 8;
    private const int RequestsOfEach = 50;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Load load)
    {
        await using var stage = await Stage.SetAsync(load);
        await AskAsync(stage, stage.Users[0], []);
        var took = new List<TimeSpan>();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(connection => AskAsync(stage, stage.Users[connection % stage.Users.Count], took)));
        var time = Stopwatch.GetElapsedTime(began);
        took.Sort();
        var title = $"Requests for syncs on {Connections} connections";
        return
        [
            new(title, "a second", took.Count / time.TotalSeconds),
            new(title, "median, in ms", took[took.Count / 2].TotalMilliseconds),
            new(title, "99th percentile, in ms", took[took.Count * 99 / 100].TotalMilliseconds),
        ];
    }

    private static async Task AskAsync(Stage stage, string user, List<TimeSpan> took)
    {
        for (var request = 0; request < RequestsOfEach; request++)
        {
            var began = Stopwatch.GetTimestamp();
            await stage.AskAsync(user);
            lock (took)
            {
                took.Add(Stopwatch.GetElapsedTime(began));
            }
        }
    }
}
