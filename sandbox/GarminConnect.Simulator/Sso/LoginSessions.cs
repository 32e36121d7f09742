using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Persistence;

namespace GarminConnect.Simulator.Sso;

/// <summary>The cookie sessions of SSO: the anti-forgery value of each, and the login that waits in it for an MFA code.</summary>
internal sealed class LoginSessions
{
    public const string Cookie = "SESSION";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, PendingLogin> _pending = [];
    private readonly Dictionary<string, string> _csrf = [];
    private readonly ChangeLog<LoginChange> _log;
    private readonly SimulatorOptions _options;

    public LoginSessions(SimulatorOptions options, AthleteDirectory athletes)
    {
        _options = options;
        _log = new ChangeLog<LoginChange>(options.DataFolder, "logins.jsonl");
        foreach (var change in _log.Read())
        {
            if (athletes.Find(change.Email) is { } athlete)
            {
                Apply(athlete, change);
            }
        }
    }

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
            Change(athlete, new LoginChange(session, athlete.Email, service, _options.Clock.GetUtcNow()));
        }
    }

    /// <summary>The login that waits in the session; null when there is none or the code is too old.</summary>
    public PendingLogin? Pending(string? session)
    {
        lock (_lock)
        {
            return session is not null && _pending.TryGetValue(session, out var login)
                && _options.Clock.GetUtcNow() - login.Started <= TimeSpan.FromSeconds(_options.MfaSeconds) ? login : null;
        }
    }

    public void End(PendingLogin login)
    {
        lock (_lock)
        {
            Change(login.Athlete, new LoginChange(login.Session, login.Athlete.Email, login.Service, login.Started, Ended: true));
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

    private void Change(Athlete athlete, LoginChange change)
    {
        _log.Append(change);
        Apply(athlete, change);
    }

    private void Apply(Athlete athlete, LoginChange change)
    {
        if (change.Ended)
        {
            _pending.Remove(change.Session);
            return;
        }

        foreach (var older in _pending.Values.Where(login => login.Athlete == athlete).ToList())
        {
            _pending.Remove(older.Session);
        }

        _pending[change.Session] = new PendingLogin(change.Session, athlete, change.Service, change.Started);
    }
}
