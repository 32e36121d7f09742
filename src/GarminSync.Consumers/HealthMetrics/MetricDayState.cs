namespace GarminSync.Consumers.HealthMetrics;

/// <summary>The result of asking for a metric of a day. Stored by name.</summary>
internal enum MetricDayState
{
    /// <summary>Its values are in CentralDB.</summary>
    Stored,

    /// <summary>Garmin has none, or nothing but goals.</summary>
    Empty,

    /// <summary>Garmin did not answer, or what it answered could not be read.</summary>
    Failed,
}
