using System.Text.Json;
using GarminSync.Consumers.GarminConnect;

namespace GarminSync.Consumers.HealthMetrics;

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

    public static FoundRows RowsOf(JsonElement list, string listName, string row, string day) => list.ValueKind == JsonValueKind.Array
        ? FoundRows.Of(from entry in list.EnumerateArray() let found = LenientJson.At(entry, row) where found is not null select (AnswerTime.Day(found.Value, day), found.Value), day)
        : FoundRows.Unreadable($"{listName} is not a list");

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
