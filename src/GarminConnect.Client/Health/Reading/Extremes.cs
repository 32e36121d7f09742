using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>The highest and the lowest value of a curve: a list of short lists, with the time in front and the value behind it.</summary>
internal sealed record Extremes(MetricValueType Highest, MetricValueType Lowest, string At) : IValueSource
{
    public IEnumerable<MetricValueType> Types => [Highest, Lowest];

    public void Read(JsonElement row, DayReading day)
    {
        if (LenientJson.At(row, At) is not { } list)
        {
            return;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            day.MeetUnreadable($"{At} is not a list");
            return;
        }

        var values = list.EnumerateArray().Where(point => point.ValueKind == JsonValueKind.Array && point.GetArrayLength() > 1)
            .Select(point => LenientJson.Number(point[1])).OfType<double>().Where(Highest.IsMeasured).ToList();
        if (values.Count > 0)
        {
            day.Add(Highest, values.Max(), null, null);
            day.Add(Lowest, values.Min(), null, null);
        }
    }
}
