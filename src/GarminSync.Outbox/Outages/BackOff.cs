namespace GarminSync.Outbox;

/// <summary>
/// How long to wait after something has failed, once or several times in a row: a first wait that grows by a factor with each further failure, up to a longest one.
/// </summary>
/// <param name="First">The wait after the first failure. Zero or less: there is no wait at all.</param>
/// <param name="Longest">The longest wait, jitter included. It wins over a longer <paramref name="First"/>.</param>
/// <param name="Factor">What each further failure multiplies the wait by; at least 1. Default: 2.</param>
/// <param name="Jitter">
/// How far waits of the same length are spread, so that those who failed together do not come back together: 0.5 spreads 10 s over 10 to 15 s, and a longest wait
/// of 15 s over 10 to 15 s. Default: 0, not at all.
/// </param>
public sealed record BackOff(TimeSpan First, TimeSpan Longest, double Factor = 2, double Jitter = 0)
{
    /// <summary>The wait before the next attempt. Between <see cref="First"/> and <see cref="Longest"/>, with jitter too.</summary>
    /// <param name="failures">How many attempts in a row have failed, the last one included; less than 1 counts as 1.</param>
    /// <param name="random">Where the jitter comes from; null: none.</param>
    public TimeSpan After(int failures, Random? random = null)
    {
        if (First <= TimeSpan.Zero || First >= Longest)
        {
            return First <= TimeSpan.Zero ? TimeSpan.Zero : Longest;
        }

        // In floating point, where what is too large becomes infinite instead of wrong.
        var grown = First.Ticks * Math.Pow(Factor, Math.Max(failures, 1) - 1);
        if (random is null || Jitter <= 0)
        {
            return FromTicks(grown);
        }

        var most = Math.Min(grown * (1 + Jitter), Longest.Ticks);
        var least = Math.Max(most / (1 + Jitter), First.Ticks);
        return FromTicks(least + (random.NextDouble() * (most - least)));
    }

    /// <summary>Waits as long as <see cref="After"/> says, by the given clock.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task WaitAsync(int failures, TimeProvider clock, CancellationToken cancellationToken, Random? random = null) =>
        Task.Delay(After(failures, random), clock, cancellationToken);

    private TimeSpan FromTicks(double ticks) =>
        ticks >= Longest.Ticks ? Longest : TimeSpan.FromTicks(Math.Max((long)ticks, First.Ticks));
}
