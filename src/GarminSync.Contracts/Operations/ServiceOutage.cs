namespace GarminSync.Contracts;

/// <summary>A service that answers nobody at the moment. All work waits for it, and one account asks.</summary>
public sealed record ServiceOutage
{
    /// <summary>Its name, for a person.</summary>
    public required string Service { get; init; }

    /// <summary>UTC time of the first call that failed.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>UTC time before which nobody asks.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Why the last call failed, for a person.</summary>
    public required string Reason { get; init; }
}
