namespace GarminConnect.Client;

/// <summary>The time that a person takes to fill in a sign-in page. Garmin's bot protection blocks those who are faster.</summary>
/// <param name="shortest">The pause is random, between this and twice this.</param>
internal sealed class HumanPause(TimeSpan shortest, TimeProvider clock)
{
    public Task WaitAsync(CancellationToken cancellationToken) =>
        Task.Delay(shortest * (1 + Random.Shared.NextDouble()), clock, cancellationToken);
}
