using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>The days that an answer speaks of.</summary>
/// <param name="Rows">In the order of the answer.</param>
/// <param name="Doubt">Why a day without a row cannot be taken for a day without data; null when it can.</param>
internal sealed record FoundRows(IReadOnlyList<DayRow> Rows, string? Doubt = null)
{
    public static FoundRows None { get; } = new([]);

    public static FoundRows Unreadable(string what) => new([], $"Garmin's answer is not readable: {what}.");

    /// <param name="rows">A row whose day cannot be read may be about any day that has no other.</param>
    /// <param name="day">The member that names the day.</param>
    public static FoundRows Of(IEnumerable<(DateOnly? Day, JsonElement Content)> rows, string day)
    {
        var known = new List<DayRow>();
        string? doubt = null;
        foreach (var row in rows)
        {
            if (row.Day is { } itsDay)
            {
                known.Add(new DayRow(itsDay, row.Content));
            }
            else
            {
                doubt = $"A row of Garmin's answer has no readable {day}, and may be about this day.";
            }
        }

        return new FoundRows(known, doubt);
    }
}
