using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>Finds the rows of an answer.</summary>
internal static class Answer
{
    /// <summary>Null when there is nothing, or the path leads to null.</summary>
    /// <exception cref="EndpointRefusedException">The answer as a whole is of another kind, or has no such member: it may be an error with HTTP 200.</exception>
    public static JsonElement? Part(JsonElement answer, string path, JsonValueKind kind) => IsThere(answer, kind) ? MemberAt(answer, path) : null;

    /// <summary>As <see cref="Part"/>, for the first of some members of an object that is there and not null.</summary>
    public static JsonElement? PartOf(JsonElement answer, IReadOnlyList<string> names)
    {
        if (!IsThere(answer, JsonValueKind.Object))
        {
            return null;
        }

        return names.Any(name => LenientJson.Has(answer, name))
            ? names.Select(name => LenientJson.Member(answer, name)).FirstOrDefault(found => found is not null)
            : throw new EndpointRefusedException($"its answer has no {names[0]}");
    }

    /// <summary>As <see cref="LenientJson.At"/>.</summary>
    /// <exception cref="EndpointRefusedException">A member on the way is not there, not even as null.</exception>
    public static JsonElement? MemberAt(JsonElement parent, string path)
    {
        JsonElement? found = parent;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (found is not { ValueKind: JsonValueKind.Object } at)
            {
                return found is null ? null : default(JsonElement);
            }

            found = LenientJson.Has(at, name) ? LenientJson.Member(at, name) : throw new EndpointRefusedException($"its answer has no {path}");
        }

        return found;
    }

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
            var isNamed = day is null || LenientJson.Has(row, day.Split('.')[0]);
            return new FoundRows([new DayRow(asked, row, isNamed ? null : $"Garmin's answer has no {day} and no values.")]);
        }

        return AnswerTime.Day(member) switch
        {
            null => FoundRows.Unreadable($"its {day} is not a day"),
            { } other when other != asked && !mayBeOlder => new FoundRows([], $"Garmin answered about {other:yyyy-MM-dd} instead."),
            { } its => new FoundRows([new DayRow(its, row)]),
        };
    }

    private static bool IsThere(JsonElement answer, JsonValueKind kind) => answer.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => false,
        var other when other == kind => true,
        var other => throw new EndpointRefusedException($"its answer is of the kind {other}, and should be {kind}"),
    };
}
