namespace GarminConnect.Client;

/// <summary>Reads how long a 429 asks to wait.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>What the header says (seconds or a date), at most a day; null without a usable one.</summary>
    public static DateTimeOffset? Find(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var pause = header?.Delta ?? header?.Date - now;
        return pause > TimeSpan.Zero ? now + (pause > Longest ? Longest : pause) : null;
    }

    /// <summary>The same; <paramref name="fallback"/> from now without a usable header.</summary>
    public static DateTimeOffset Until(HttpResponseMessage response, DateTimeOffset now, TimeSpan fallback) => Find(response, now) ?? now + fallback;
}
