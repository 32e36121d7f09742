using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>A curve of the day: a list of short lists, with the UTC time in front and the value in one of the columns.</summary>
/// <param name="Type">The type of the values.</param>
/// <param name="At">The member that has the list.</param>
/// <param name="Column">Where the value is, unless the descriptors say otherwise.</param>
internal sealed record Curve(MetricValueType Type, string At, int Column = 1) : IValueSource
{
    /// <summary>The member that names the columns, and the name of the value's.</summary>
    public (string At, string Key)? Described { get; init; }

    /// <summary>Whether a curve of nothing but zeros is one that Garmin has put away, because no day has such a one: docs/garmin-connect.md, section 6.0.</summary>
    public bool NeverAllZero { get; init; }

    public IEnumerable<MetricValueType> Types => [Type];

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

        var column = DescribedColumn(row) ?? Column;
        if (NeverAllZero && list.EnumerateArray().All(point => IsZeroOrNothing(point, column)))
        {
            return;
        }

        var offset = UtcOffset.OfEnvelope(row);
        foreach (var point in list.EnumerateArray())
        {
            Read(point, column, offset, day);
        }
    }

    private void Read(JsonElement point, int column, UtcOffset? offset, DayReading day)
    {
        if (point.ValueKind != JsonValueKind.Array || point.GetArrayLength() <= column || AnswerTime.Utc(point[0]) is not { } at)
        {
            day.MeetUnreadable($"{At} has no times and values");
        }
        else if (LenientJson.Number(point[column]) is { } number)
        {
            day.Add(Type, number, at, RowDetails.OfMoment(day.Day, offset));
        }
        else if (point[column].ValueKind != JsonValueKind.Null)
        {
            day.MeetUnreadable($"{At} has something else than numbers");
        }
    }

    private static bool IsZeroOrNothing(JsonElement point, int column) => point.ValueKind == JsonValueKind.Array && point.GetArrayLength() > column
        && (point[column].ValueKind == JsonValueKind.Null || LenientJson.Number(point[column]) <= 0);

    // Garmin calls the two members of a descriptor differently in each answer: one is a name, the other a number.
    private int? DescribedColumn(JsonElement row)
    {
        if (Described is not { } described || LenientJson.Member(row, described.At) is not { ValueKind: JsonValueKind.Array } list)
        {
            return null;
        }

        var ours = list.EnumerateArray()
            .Select(descriptor => LenientJson.Members(descriptor).Select(member => member.Value).ToList())
            .FirstOrDefault(members => members.Exists(member => LenientJson.Text(member) == described.Key));
        var column = ours?.Where(member => member.ValueKind == JsonValueKind.Number).Select(member => LenientJson.Number(member)).FirstOrDefault();
        return column is >= 1 and < 16 && column == Math.Truncate(column.Value) ? (int)column : null;
    }
}
