using FitTrack.Hosting;

namespace FitTrack.CentralDb.Api;

/// <summary>A filter <c>from</c>…<c>to</c>. Each is a date or a time, and both are inclusive: <c>to=2026-11-22</c> has that whole day in it.</summary>
/// <param name="From">The first moment.</param>
/// <param name="Before">The first moment that is no longer in it.</param>
internal sealed record TimeRange(DateTimeOffset? From, DateTimeOffset? Before)
{
    /// <summary>The beginning of the first day, by whichever clock; null unless <c>from</c> is a date.</summary>
    public string? FromDay { get; private init; }

    /// <summary>The beginning of the day after the last, by whichever clock; null unless <c>to</c> is a date.</summary>
    public string? BeforeDay { get; private init; }

    public static TimeRange Read(FieldErrors errors, string? from, string? to)
    {
        var range = new TimeRange(Start(errors, "from", from), End(errors, "to", to))
        {
            FromDay = Fields.TryDate(from, out var first) ? $"{first:yyyy-MM-dd}" : null,
            BeforeDay = Fields.TryDate(to, out var last) && last < DateOnly.MaxValue ? $"{last.AddDays(1):yyyy-MM-dd}" : null,
        };
        if (range.From >= range.Before)
        {
            errors.Add("to", "must not lie before from");
        }

        return range;
    }

    private static DateTimeOffset? Start(FieldErrors errors, string name, string? value) =>
        Fields.TryDate(value, out var day) ? Fields.StartOf(day) : Fields.Time(errors, name, value);

    private static DateTimeOffset? End(FieldErrors errors, string name, string? value) =>
        Fields.TryDate(value, out var day) && day < DateOnly.MaxValue
            ? Fields.StartOf(day.AddDays(1))
            : Fields.Time(errors, name, value)?.AddTicks(TimeSpan.TicksPerMicrosecond);
}
