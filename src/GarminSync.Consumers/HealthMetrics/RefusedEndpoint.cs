namespace GarminSync.Consumers.HealthMetrics;

/// <summary>An endpoint that Garmin refused for an account; other endpoints are used for a while.</summary>
internal sealed class RefusedEndpoint
{
    public string UserId { get; set; } = "";

    /// <summary>Name of the endpoint in the catalogue.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>What Garmin said, for a person.</summary>
    public string Reason { get; set; } = "";

    public DateTimeOffset RefusedAt { get; set; }
}
