namespace GarminSync.ChaosTests;

/// <summary>
/// Seeded random moments, told by how much of the work is done, so that all of them come on slow machines and on fast ones; and a little later
/// than that, so that they fall anywhere within a step.
/// </summary>
internal sealed class Moments(int seed, int count, StoredState state)
{
    private readonly Random _random = new(seed);

    /// <summary>Runs <paramref name="act"/> at each of them, with the source of chance.</summary>
    public async Task AtEachAsync(Func<Random, Task> act)
    {
        var thresholds = Enumerable.Range(0, count).Select(_ => _random.Next(0, ChaosSize.Activities * 9 / 10)).Order().ToList();
        foreach (var threshold in thresholds)
        {
            await state.HasSyncedAsync(threshold);
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(0, 700)), TimeProvider.System);
            await act(_random);
        }
    }
}
