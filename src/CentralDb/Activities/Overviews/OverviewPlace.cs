using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace FitTrack.CentralDb.Activities.Overviews;

/// <summary>A place in an order. It stays where it is when the activity that was there goes.</summary>
/// <param name="Start">The value, in the order by start; null where there is none.</param>
/// <param name="Number">The value, in any other order; null where there is none.</param>
/// <param name="GarminActivityId">Tells apart what has the same value.</param>
internal sealed record OverviewPlace(DateTimeOffset? Start, double? Number, long GarminActivityId)
{
    public bool HasValue => Start is not null || Number is not null;

    /// <summary>The place as a cursor, which says of which order it is.</summary>
    public string ToCursor(OverviewSort sort)
    {
        var value = Start is { } start ? start.UtcTicks.ToString(CultureInfo.InvariantCulture) : Number?.ToString("R", CultureInfo.InvariantCulture);
        var text = string.Create(CultureInfo.InvariantCulture, $"{sort.Name} {sort.Descending} {value} {GarminActivityId}");
        return Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text));
    }

    /// <summary>Null when it is no cursor, or one of another order.</summary>
    public static OverviewPlace? FromCursor(string cursor, OverviewSort sort)
    {
        if (!Base64Url.IsValid(cursor)
            || Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split(' ') is not [var name, var descending, var value, var id]
            || name != sort.Name
            || descending != $"{sort.Descending}"
            || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var garminActivityId))
        {
            return null;
        }

        if (value.Length == 0)
        {
            return new(null, null, garminActivityId);
        }

        if (name == OverviewSort.ByStart)
        {
            return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
                ? new(new DateTimeOffset(ticks, TimeSpan.Zero), null, garminActivityId)
                : null;
        }

        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? new(null, number, garminActivityId)
            : null;
    }
}
