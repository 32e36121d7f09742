namespace GarminConnect.Client;

/// <summary>The headers that the sign-in server expects of an app and of a browser. A mixture of the two was answered with a rate limit.</summary>
internal static class SsoHeaders
{
    private static readonly (string Name, string Value)[] Browser =
    [
        ("User-Agent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"),
        ("Accept-Language", "en-US,en;q=0.9"),
    ];

    /// <summary>The iOS app's sign-in view.</summary>
    public static IReadOnlyList<(string Name, string Value)> Mobile(string origin) =>
    [
        ("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148"),
        ("Accept", "application/json, text/plain, */*"),
        ("Origin", origin),
    ];

    /// <summary>A browser that opens a page.</summary>
    /// <param name="referer">The page before it; null for the first.</param>
    public static IReadOnlyList<(string Name, string Value)> Page(Uri? referer) =>
    [
        .. Browser,
        ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
        ("Sec-Fetch-Dest", "document"),
        ("Sec-Fetch-Mode", "navigate"),
        ("Sec-Fetch-Site", referer is null ? "none" : "same-origin"),
        ("Sec-Fetch-User", "?1"),
        ("Upgrade-Insecure-Requests", "1"),
        .. Referer(referer),
    ];

    /// <summary>A script of the page that calls the server.</summary>
    public static IReadOnlyList<(string Name, string Value)> Script(string origin, Uri referer) =>
    [
        .. Browser,
        ("Accept", "application/json, text/plain, */*"),
        ("Sec-Fetch-Dest", "empty"),
        ("Sec-Fetch-Mode", "cors"),
        ("Sec-Fetch-Site", "same-origin"),
        ("Origin", origin),
        .. Referer(referer),
    ];

    private static IEnumerable<(string Name, string Value)> Referer(Uri? page) => page is null ? [] : [("Referer", page.AbsoluteUri)];
}
