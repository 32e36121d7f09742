using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Sso;

/// <summary>The cookie sessions of SSO: the anti-forgery value of each, and the login that waits in it for an MFA code.</summary>
internal sealed class LoginSessions(SimulatorOptions options)
{
    public const string Cookie = "SESSION";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, PendingLogin> _pending = [];
    private readonly Dictionary<string, string> _csrf = [];

    /// <summary>The session of the caller; a new one, with its cookies, when it has none.</summary>
    public static string Ensure(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { Length: > 0 } known)
        {
            return known;
        }

        var session = Guid.NewGuid().ToString("N");
        var cookies = context.Response.Cookies;
        cookies.Append(Cookie, session, new CookieOptions { HttpOnly = true, Path = "/" });
        cookies.Append("__VCAP_ID__", Guid.NewGuid().ToString(), new CookieOptions { HttpOnly = true, Path = "/" });
        return session;
    }

    /// <summary>The cookies that a browser has after a login.</summary>
    public static void MarkSignedIn(HttpContext context, Athlete athlete)
    {
        var options = new CookieOptions { HttpOnly = true, Path = "/" };
        context.Response.Cookies.Append("CASTGC", $"TGT-{Guid.NewGuid():N}", options);
        context.Response.Cookies.Append("GARMIN-SSO", "1", options);
        context.Response.Cookies.Append("GARMIN-SSO-CUST-GUID", athlete.Guid.ToString(), options);
    }

    /// <summary>Makes a code due in this session. A code that was due for the account in another session is no longer good.</summary>
    public void Begin(string session, Athlete athlete, string service)
    {
        lock (_lock)
        {
            foreach (var older in _pending.Values.Where(login => login.Athlete == athlete).ToList())
            {
                _pending.Remove(older.Session);
            }

            _pending[session] = new PendingLogin(session, athlete, service, options.Clock.GetUtcNow());
        }
    }

    /// <summary>The login that waits in the session; null when there is none or the code is too old.</summary>
    public PendingLogin? Pending(string? session)
    {
        lock (_lock)
        {
            return session is not null && _pending.TryGetValue(session, out var login)
                && options.Clock.GetUtcNow() - login.Started <= TimeSpan.FromSeconds(options.MfaSeconds) ? login : null;
        }
    }

    public void End(PendingLogin login)
    {
        lock (_lock)
        {
            _pending.Remove(login.Session);
        }
    }

    /// <summary>A new anti-forgery value for the next form of the session.</summary>
    public string NewCsrf(string session)
    {
        var value = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(48));
        lock (_lock)
        {
            return _csrf[session] = value;
        }
    }

    public bool CsrfIs(string? session, string? value)
    {
        lock (_lock)
        {
            return session is not null && value is not null && _csrf.GetValueOrDefault(session) == value;
        }
    }
}
