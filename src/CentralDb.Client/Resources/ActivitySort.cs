namespace CentralDb.Client;

/// <summary>What a list of activities is sorted by.</summary>
public enum ActivitySort
{
    /// <summary>When it began.</summary>
    StartTime,

    /// <summary>How far it went.</summary>
    Distance,

    /// <summary>How long it took.</summary>
    Duration,

    /// <summary>How much it climbed.</summary>
    ElevationGain,

    /// <summary>The average heart rate.</summary>
    AverageHeartRate,
}
