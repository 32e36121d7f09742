namespace GarminConnect.Simulator.Faults;

/// <summary>What goes wrong.</summary>
internal enum FaultKind
{
    /// <summary>Nothing but the delay.</summary>
    Latency,

    /// <summary>The given status, 503 by default: with an HTML page, or for 403 and 404 with Garmin's own JSON.</summary>
    Status,

    /// <summary>429 with Cloudflare's page, with or without <c>Retry-After</c>.</summary>
    RateLimited,

    /// <summary>200 with a JSON error that says 429.</summary>
    RateLimitedJson,

    /// <summary>429 until some minutes after the last try: each try starts the time anew, and is counted.</summary>
    LoginBlocked,

    /// <summary>The connection is reset before anything is answered.</summary>
    ConnectionReset,

    /// <summary>The connection is reset after half of the body.</summary>
    CutOff,

    /// <summary>Half of the body, ended properly.</summary>
    Truncated,

    /// <summary>The body with some of its bytes changed.</summary>
    CorruptZip,

    /// <summary>A ZIP with a text file only.</summary>
    ZipWithoutFit,

    /// <summary>A small ZIP whose entry unpacks to many bytes.</summary>
    ZipBomb,

    /// <summary>A ZIP whose FIT file is as long as it is said, because it holds the right one many times, one after the other.</summary>
    LargeFile,

    /// <summary>The right answer with <c>privacyProtected</c>, and null in place of every value: how Garmin hides a daily summary.</summary>
    PrivacyProtected,

    /// <summary>401, the token is not active; it stays good for the next request.</summary>
    Unauthorized,

    /// <summary>The login asks for a CAPTCHA.</summary>
    Captcha,

    /// <summary>403 with Cloudflare's page.</summary>
    Blocked,

    /// <summary>427, of which nothing but the status is known.</summary>
    BotChallenge,

    /// <summary>200 with an HTML page.</summary>
    NotJson,
}
