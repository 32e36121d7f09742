using System.Diagnostics;

namespace GarminSync.Benchmarks;

/// <summary>How long calls take, alone and while activities of all accounts are fetched: a hundred looks at a job a second, and five requests for syncs.</summary>
internal static class CallsUnderLoad
{
    private const int LooksOfOneRequest = 20;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Load load)
    {
        await using var stage = await Stage.SetAsync(load);

        // A job that has ended is looked at, of an account that takes no part in the load but by the requests.
        var (user, others) = (stage.Users[0], stage.Users.Skip(1).ToList());
        await stage.SyncAsync([user]);
        var job = await stage.AskAsync(user);
        using var rest = new CancellationTokenSource(Alone);
        var alone = await CallAsync(stage, user, job, rest.Token);

        using var end = new CancellationTokenSource();
        var calls = CallAsync(stage, user, job, end.Token);
        await stage.SyncAsync(others);
        await end.CancelAsync();
        return [.. Rows("alone", alone), .. Rows($"under load ({others.Count} × {load.Activities} activities)", await calls)];
    }

    private static IEnumerable<Row> Rows(string when, Calls calls)
    {
        foreach (var (name, took) in new[] { ("Status of a job, 100 calls a second", calls.Looks), ("Requests for syncs, 5 a second", calls.Requests) })
        {
            took.Sort();
            yield return new($"{name}, {when}", "calls", took.Count);
            yield return new($"{name}, {when}", "median, in ms", took[took.Count / 2].TotalMilliseconds);
            yield return new($"{name}, {when}", "99th percentile, in ms", took[took.Count * 99 / 100].TotalMilliseconds);
        }
    }

    // Each call has its time, whether those before it have been answered or not: slow answers do not make calls fewer.
    private static async Task<Calls> CallAsync(Stage stage, string user, Uri job, CancellationToken until)
    {
        var calls = new Calls([], []);
        var under = new List<Task>();
        using var timer = new PeriodicTimer(Pace);
        try
        {
            for (var number = 0; await timer.WaitForNextTickAsync(until); number++)
            {
                under.Add(TimeAsync(() => stage.Gateway.GetStringAsync(job, CancellationToken.None), calls.Looks));
                if (number % LooksOfOneRequest == 0)
                {
                    under.Add(TimeAsync(() => stage.AskAsync(user), calls.Requests));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // That was long enough.
        }

        await Task.WhenAll(under);
        return calls;
    }

    private static async Task TimeAsync(Func<Task> call, List<TimeSpan> took)
    {
        var began = Stopwatch.GetTimestamp();
        await call();
        lock (took)
        {
            took.Add(Stopwatch.GetElapsedTime(began));
        }
    }

    private sealed record Calls(List<TimeSpan> Looks, List<TimeSpan> Requests);
}
