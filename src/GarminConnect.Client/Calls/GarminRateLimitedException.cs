namespace GarminConnect.Client;

/// <summary>Garmin limits the requests of this account: ask nothing more for it before <see cref="Until"/>.</summary>
/// <param name="until">UTC.</param>
/// <param name="isGuess">Garmin did not say how long.</param>
public sealed class GarminRateLimitedException(DateTimeOffset until, bool isGuess = false)
    : GarminException($"Garmin Connect limits the requests of this account{(isGuess ? ", and does not say for how long" : $" until {until:u}")}.")
{
    /// <summary>When the next request may be sent; UTC.</summary>
    public DateTimeOffset Until { get; } = until;

    /// <summary>Garmin did not say how long, and <see cref="Until"/> is the least that makes sense: after the second time in a row, wait longer.</summary>
    public bool IsGuess { get; } = isGuess;
}
