using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>How far the athlete's clock was ahead of UTC, as the answer tells by giving a time both ways.</summary>
/// <param name="Seconds">At the start.</param>
/// <param name="SecondsAtEnd">At the end, where it is another: the clock was changed in between, and Garmin does not say when.</param>
internal sealed record UtcOffset(int Seconds, int? SecondsAtEnd = null)
{
    // From UTC-12 to UTC+14, in quarters of an hour: whatever else is the difference of two times is not an offset.
    private const double Furthest = 14 * 3600;
    private const double Step = 15 * 60;

    /// <summary>Null for what is no offset of any clock.</summary>
    public static UtcOffset? Of(double? seconds) =>
        seconds is { } some && Math.Abs(some) <= Furthest && Math.Round(some) % Step == 0 ? new UtcOffset((int)Math.Round(some)) : null;

    /// <summary>From the four time stamps with which most answers about a day begin.</summary>
    public static UtcOffset? OfEnvelope(JsonElement row) =>
        Between(row, "startTimestampGMT", "startTimestampLocal", "endTimestampGMT", "endTimestampLocal");

    public static UtcOffset? Between(JsonElement row, string startUtc, string startLocal, string endUtc, string endLocal)
    {
        var start = Between(row, startUtc, startLocal);
        var end = Between(row, endUtc, endLocal);
        return start is null || end is null || start == end ? start ?? end : start with { SecondsAtEnd = end.Seconds };
    }

    public static UtcOffset? Between(JsonElement row, string utc, string local) =>
        AnswerTime.Utc(row, utc) is { } start ? Of(AnswerTime.Utc(row, local)?.Subtract(start).TotalSeconds) : null;
}
