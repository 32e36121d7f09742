namespace GarminConnect.Client;

/// <summary>Garmin limits requests of this account: ask nothing more for it before <see cref="Until"/>.</summary>
/// <param name="until">UTC.</param>
/// <param name="isGuess">Garmin did not say how long.</param>
internal sealed class GarminRateLimitedException(DateTimeOffset until, bool isGuess = false)
    : Exception($"Garmin Connect limits the requests of this account{(isGuess ? ", and does not say for how long" : $" until {until:u}")}.")
{
    public DateTimeOffset Until { get; } = until;

    /// <summary>Garmin did not say how long, and <see cref="Until"/> is the least that makes sense.</summary>
    public bool IsGuess { get; } = isGuess;
}
