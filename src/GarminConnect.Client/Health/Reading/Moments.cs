using System.Text.Json;
using System.Text.Json.Nodes;

namespace GarminConnect.Client.Health;

/// <summary>Values in a list of objects, each with its own time.</summary>
/// <param name="At">The path of the list, or of a single object; empty for the row itself.</param>
/// <param name="Time">The path of the UTC time in such an object.</param>
/// <param name="Fields">The values in such an object.</param>
internal sealed record Moments(string At, string Time, params IReadOnlyList<Field> Fields) : IValueSource
{
    /// <summary>The offset of the local time, from the object or else from the row around it.</summary>
    public Func<JsonElement, JsonElement, UtcOffset?> Offset { get; init; } = static (_, row) => UtcOffset.OfEnvelope(row);

    /// <summary>What is kept beside the values, besides date and offset.</summary>
    public Func<JsonElement, JsonObject?> Details { get; init; } = static _ => null;

    /// <summary>The athlete's day of the object; by default the day under which Garmin lists it.</summary>
    public Func<JsonElement, DateOnly, DateOnly?> DayOf { get; init; } = static (_, day) => day;

    /// <summary>Which of the objects count.</summary>
    public Func<JsonElement, bool> Where { get; init; } = static _ => true;

    public IEnumerable<MetricValueType> Types => Fields.Select(value => value.Type);

    public void Read(JsonElement row, DayReading day)
    {
        foreach (var entry in Entries(row, day).Where(Where))
        {
            if (AnswerTime.Utc(entry, Time) is not { } at)
            {
                day.MeetUnreadable($"{Time} is not a time");
                continue;
            }

            foreach (var value in Fields)
            {
                value.Read(entry, day, at, RowDetails.OfMoment(DayOf(entry, day.Day), Offset(entry, row), Details(entry)));
            }
        }
    }

    private IReadOnlyList<JsonElement> Entries(JsonElement row, DayReading day)
    {
        switch (LenientJson.At(row, At))
        {
            case null:
                return [];
            case { ValueKind: JsonValueKind.Object } single:
                return [single];
            case { ValueKind: JsonValueKind.Array } list:
                return [.. list.EnumerateArray()];
            default:
                day.MeetUnreadable($"{At} is not a list");
                return [];
        }
    }
}
