using GarminSync.Outbox;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>A call that Garmin itself refused for an account, while it answered others; it is left out for a while.</summary>
internal sealed class RefusedEndpoint
{
    private static readonly TimeSpan First = TimeSpan.FromHours(1);

    public string UserId { get; set; } = "";

    /// <summary>Name of the endpoint in the catalogue.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>What Garmin said, for a person.</summary>
    public string Reason { get; set; } = "";

    public DateTimeOffset RefusedAt { get; set; }

    /// <summary>How often in a row it was refused. 0 in rows of versions that noted pages of proxies too: they do not count.</summary>
    public int Times { get; set; }

    /// <summary>When it is tried again: an hour after the first refusal, later after each further one, but never after more than <paramref name="longest"/>.</summary>
    public DateTimeOffset RefusedUntil(TimeSpan longest) => Times == 0 ? RefusedAt : RefusedAt + new BackOff(First, longest).After(Times);
}
