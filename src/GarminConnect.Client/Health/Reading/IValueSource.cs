using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>A place in the row of a day where values are.</summary>
internal interface IValueSource
{
    /// <summary>The types of the values that may be there.</summary>
    IEnumerable<MetricValueType> Types { get; }

    void Read(JsonElement row, DayReading day);
}
