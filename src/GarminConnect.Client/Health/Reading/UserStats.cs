using System.Text.Json;
using System.Text.Json.Nodes;

namespace GarminConnect.Client.Health;

/// <summary>Statistics that come as a list per number, each with its own days. Read as rows with one member per number.</summary>
internal static class UserStats
{
    /// <param name="at">The path of what has the statistics; empty for the answer itself.</param>
    /// <param name="names">Garmin's names of the numbers.</param>
    public static DayRows Rows(string at, params IReadOnlyList<string> names) => new((answer, _) =>
        Answer.Part(answer, at, JsonValueKind.Object) is { } statistics ? Joined(statistics, names) : FoundRows.None);

    private static FoundRows Joined(JsonElement statistics, IReadOnlyList<string> names)
    {
        var days = new SortedDictionary<DateOnly, JsonObject>();
        string? doubt = null;
        foreach (var name in names)
        {
            if (LenientJson.At(statistics, $"allMetrics.metricsMap.{name}") is not { } list)
            {
                continue;
            }

            var found = Answer.RowsOf(list, name, "", "calendarDate");
            doubt ??= found.Doubt;
            foreach (var (day, row) in found.Rows)
            {
                days.TryAdd(day, []);
                days[day][name] = LenientJson.Member(row, "value") is { } value ? Copy(value) : null;
            }
        }

        return new FoundRows([.. days.Select(day => new DayRow(day.Key, JsonSerializer.SerializeToElement(day.Value)))], doubt);
    }

    // What is no number stays something that is no number, so that it is not taken for absent.
    private static JsonValue Copy(JsonElement value) =>
        LenientJson.Number(value) is { } number ? JsonValue.Create(number) : JsonValue.Create(value.ValueKind.ToString());
}
