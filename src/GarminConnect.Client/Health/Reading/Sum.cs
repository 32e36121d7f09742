using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>A value that Garmin gives in two parts; there is none where one of them is missing.</summary>
internal sealed record Sum(MetricValueType Type, string First, string Second) : IValueSource
{
    public IEnumerable<MetricValueType> Types => [Type];

    public void Read(JsonElement row, DayReading day)
    {
        if (LenientJson.Number(row, First) is >= 0 and { } first && LenientJson.Number(row, Second) is >= 0 and { } second)
        {
            day.Add(Type, first + second, null, null);
        }
    }
}
