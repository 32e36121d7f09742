namespace GarminConnect.Client.Health;

/// <summary>How much a metric tells of a day.</summary>
public enum MetricDetail
{
    /// <summary>Values per day.</summary>
    Summary,

    /// <summary>The curves of the day.</summary>
    Intraday,
}
