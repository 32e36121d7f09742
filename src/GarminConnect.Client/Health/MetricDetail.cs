namespace GarminConnect.Client.Health;

/// <summary>How deep a metric goes.</summary>
public enum MetricDetail
{
    /// <summary>Values per day.</summary>
    Summary,

    /// <summary>The curves of the day.</summary>
    Intraday,
}
