using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>Finds the rows of an answer.</summary>
internal static class Answer
{
    /// <summary>Null when there is nothing, or nothing at this path.</summary>
    /// <exception cref="EndpointRefusedException">The answer as a whole is of another kind.</exception>
    public static JsonElement? Part(JsonElement answer, string path, JsonValueKind kind) => answer.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        var other when other == kind => LenientJson.At(answer, path),
        var other => throw new EndpointRefusedException($"its answer is of the kind {other}, and should be {kind}"),
    };

    /// <param name="list">Has the rows.</param>
    /// <param name="listName">Its name, for messages.</param>
    /// <param name="row">The path of the row in an entry; empty for the entry itself.</param>
    /// <param name="day">The path of the day in the row.</param>
    public static FoundRows RowsOf(JsonElement list, string listName, string row, string day)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            return FoundRows.Unreadable($"{listName} is not a list");
        }

        var rows = list.EnumerateArray().Select(entry => LenientJson.At(entry, row)).OfType<JsonElement>();
        return FoundRows.Of(rows.Select(found => (AnswerTime.Day(found, day), found)), day);
    }

    /// <param name="row">An object.</param>
    /// <param name="day">The path of its day; null when it has none.</param>
    /// <param name="asked">The day that was asked for.</param>
    /// <param name="mayBeOlder">Whether another day than the one asked for means that this has nothing.</param>
    public static FoundRows RowOf(JsonElement row, string? day, DateOnly asked, bool mayBeOlder)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            return FoundRows.Unreadable("what should have the values is not an object");
        }

        if (day is null || LenientJson.At(row, day) is not { } member)
        {
            return new FoundRows([new DayRow(asked, row)]);
        }

        return AnswerTime.Day(member) switch
        {
            null => FoundRows.Unreadable($"its {day} is not a day"),
            { } other when other != asked && !mayBeOlder => new FoundRows([], $"Garmin answered about {other:yyyy-MM-dd} instead."),
            { } its => new FoundRows([new DayRow(its, row)]),
        };
    }
}
