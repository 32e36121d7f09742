namespace GarminConnect.Client;

/// <summary>The HTTP clients, one per server of Garmin, and the headers by which Garmin's own apps are known there.</summary>
internal static class GarminHttp
{
    public const string Sso = "garmin-sso";
    public const string DiAuth = "garmin-diauth";
    public const string ConnectApi = "garmin-connectapi";

    private static readonly (string Name, string Value)[] Native =
    [
        ("User-Agent", "GCM-Android-5.23"),
        ("X-Garmin-User-Agent", "com.garmin.android.apps.connectmobile/5.23; ; Google/sdk_gphone64_arm64/google; Android/33; Dalvik/2.1.0"),
        ("X-Garmin-Paired-App-Version", "10861"),
        ("X-App-Ver", "10861"),
        ("X-Garmin-Client-Platform", "Android"),
        ("X-Lang", "en"),
        ("X-GCExperience", "GC5"),
        ("Accept-Language", "en-US,en;q=0.9"),
    ];

    public static void UseNativeHeaders(HttpClient http)
    {
        foreach (var (name, value) in Native)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }
    }
}
