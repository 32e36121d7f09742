namespace GarminConnect.Client;

/// <summary>The time between opening a sign-in page and sending it, by which Garmin's bot protection tells people from machines.</summary>
/// <param name="shortest">The pause is drawn between this and twice this.</param>
internal sealed class HumanPause(TimeSpan shortest, TimeProvider clock)
{
    public Task WaitAsync(CancellationToken cancellationToken) =>
        Task.Delay(shortest * (1 + Random.Shared.NextDouble()), clock, cancellationToken);
}
