namespace GarminSync.Contracts;

/// <summary>Health metrics of a range of days are in CentralDB. Not published when nothing was new or changed.</summary>
/// <remarks>Consumers → all.</remarks>
public sealed record HealthMetricsSynced
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>Names of the metrics that were written.</summary>
    public required IReadOnlyList<string> MetricTypes { get; init; }

    /// <summary>First day (<c>YYYY-MM-DD</c>, the athlete's calendar) with a value that was written.</summary>
    public required string FirstDay { get; init; }

    /// <summary>Last day (<c>YYYY-MM-DD</c>, the athlete's calendar) with a value that was written.</summary>
    public required string LastDay { get; init; }

    /// <summary>Values that CentralDB did not have.</summary>
    public required int NewValues { get; init; }

    /// <summary>Values that replaced another one.</summary>
    public required int ChangedValues { get; init; }

    /// <summary>The job that synced them.</summary>
    public Guid? JobId { get; init; }
}
