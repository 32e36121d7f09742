using System.Text.Json;
using System.Text.Json.Nodes;

namespace GarminConnect.Client.Health;

/// <summary>Statistics that come as a list per number, each with its own days. Read as rows with one member per number.</summary>
internal static class UserStats
{
    private const string Lists = "allMetrics.metricsMap";

    /// <param name="at">The path of what has the statistics; empty for the answer itself.</param>
    /// <param name="names">Garmin's names of the numbers.</param>
    public static DayRows Rows(string at, params IReadOnlyList<string> names) => new((answer, _) =>
        Answer.Part(answer, at.Length > 0 ? $"{at}.{Lists}" : Lists, JsonValueKind.Object) is { } lists ? Joined(lists, names) : FoundRows.None);

    private static FoundRows Joined(JsonElement lists, IReadOnlyList<string> names)
    {
        if (lists.ValueKind != JsonValueKind.Object)
        {
            return FoundRows.Unreadable($"{Lists} is not an object");
        }

        var days = new SortedDictionary<DateOnly, JsonObject>();
        string? doubt = null;
        foreach (var name in names)
        {
            if (LenientJson.Member(lists, name) is not { } list)
            {
                continue;
            }

            var found = Answer.RowsOf(list, name, "", "calendarDate");
            doubt ??= found.Doubt;
            foreach (var (day, row, _) in found.Rows)
            {
                days.TryAdd(day, []);
                days[day][name] = LenientJson.Member(row, "value") is { } value ? Copy(value) : null;
            }
        }

        // With no list at all Garmin has nothing. One that lacks beside others may be a service of Garmin's that failed.
        var lacks = LenientJson.Members(lists).Any() ? names.Where(name => !LenientJson.Has(lists, name)).ToList() : [];
        foreach (var (row, name) in days.Values.SelectMany(row => lacks, (row, name) => (row, name)))
        {
            row[name] = "not in the answer";
        }

        doubt ??= lacks.Count > 0 ? $"Garmin's answer has no {lacks[0]}." : null;
        return new FoundRows([.. days.Select(day => new DayRow(day.Key, JsonSerializer.SerializeToElement(day.Value)))], doubt);
    }

    // What is no number stays something that is no number, so that it is not taken for absent.
    private static JsonValue Copy(JsonElement value) =>
        LenientJson.Number(value) is { } number ? JsonValue.Create(number) : JsonValue.Create(value.ValueKind.ToString());
}
