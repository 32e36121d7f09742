namespace GarminSync.Gateway.HealthData;

/// <summary>How finely a metric is shown.</summary>
internal enum HealthResolution
{
    /// <summary>The values themselves, or as many stretches of equal time as there may be points.</summary>
    Raw,

    /// <summary>A value a day.</summary>
    Day,

    /// <summary>The days of a week.</summary>
    Week,

    /// <summary>The days of a month.</summary>
    Month,
}
