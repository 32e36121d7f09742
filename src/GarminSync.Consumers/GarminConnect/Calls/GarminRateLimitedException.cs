namespace GarminSync.Consumers.GarminConnect;

/// <summary>Garmin limits requests of this account: ask nothing more for it before <see cref="Until"/>.</summary>
internal sealed class GarminRateLimitedException(DateTimeOffset until)
    : Exception($"Garmin Connect limits the requests of this account until {until:u}.")
{
    public DateTimeOffset Until { get; } = until;
}
