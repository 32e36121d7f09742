using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>Where an answer has what it says of each day.</summary>
internal sealed record DayRows(Func<JsonElement, DayRange, FoundRows> In)
{
    private const string CalendarDate = "calendarDate";

    /// <summary>Which of several rows of one day count. By default one: that of the primary device, where devices are told.</summary>
    public Func<IReadOnlyList<JsonElement>, IEnumerable<JsonElement>> Choose { get; init; } = static rows =>
        [rows.FirstOrDefault(row => LenientJson.Flag(row, "primaryTrainingDevice") == true, rows[0])];

    /// <summary>The member that tells how far the device has synchronised.</summary>
    public string? SyncedUntil { get; init; }

    /// <summary>A list with a row per day.</summary>
    /// <param name="at">The path of the list; empty for an answer that is the list.</param>
    /// <param name="row">The path of the row in an entry of the list; empty for the entry itself. An entry without it is not about this metric.</param>
    /// <param name="day">The path of the day in the row.</param>
    public static DayRows List(string at = "", string row = "", string day = CalendarDate) => new((answer, _) =>
        Answer.Part(answer, at, at.Length == 0 ? JsonValueKind.Array : JsonValueKind.Object) is { } list ? Answer.RowsOf(list, at, row, day) : FoundRows.None);

    /// <summary>An answer about the one day that was asked for.</summary>
    /// <param name="day">The path of the day; null for an answer that does not name it.</param>
    public static DayRows OneDay(string? day = CalendarDate) => new((answer, range) =>
        Answer.Part(answer, "", JsonValueKind.Object) is { } row ? Answer.RowOf(row, day, range.From, mayBeOlder: false) : FoundRows.None);

    /// <summary>An answer about the latest day that has something, up to the one that was asked for.</summary>
    /// <param name="at">The path of the row; empty for the answer itself.</param>
    public static DayRows Latest(string at = "") => new((answer, range) =>
        Answer.Part(answer, at, JsonValueKind.Object) is { } row ? Answer.RowOf(row, CalendarDate, range.From, mayBeOlder: true) : FoundRows.None);

    /// <summary>A list that is, as a whole, about the day that was asked for.</summary>
    public static DayRows ListOfOneDay() => new((answer, range) =>
        Answer.Part(answer, "", JsonValueKind.Array) is { } list ? new FoundRows([new DayRow(range.From, list)]) : FoundRows.None);

    /// <summary>A list with a row per day, as the GraphQL gateway gives it.</summary>
    /// <param name="scalar">The name of the query.</param>
    /// <param name="inside">The member of its result that has the list; empty for a result that is the list.</param>
    public static DayRows GraphQl(string scalar, string inside = "") => new((answer, _) =>
        GraphQlAnswer.List(answer, scalar, inside) is { } list ? Answer.RowsOf(list, scalar, "", CalendarDate) : FoundRows.None);
}
