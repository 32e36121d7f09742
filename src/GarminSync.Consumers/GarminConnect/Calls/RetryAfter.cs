namespace GarminSync.Consumers.GarminConnect;

/// <summary>Until when a 429 asks to wait.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(24);

    /// <summary>What the header says (seconds or a date), at most a day; <paramref name="fallback"/> from now without a usable one.</summary>
    public static DateTimeOffset Until(HttpResponseMessage response, DateTimeOffset now, TimeSpan fallback)
    {
        var header = response.Headers.RetryAfter;
        var pause = header?.Delta ?? header?.Date - now ?? fallback;
        return now + (pause <= TimeSpan.Zero ? fallback : pause > s_longest ? s_longest : pause);
    }
}
