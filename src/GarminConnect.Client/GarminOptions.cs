using System.ComponentModel.DataAnnotations;

namespace GarminConnect.Client;

/// <summary>Where Garmin Connect is, and how gently it is asked. The defaults suit Garmin's own servers.</summary>
/// <remarks>Source of the figures: docs/garmin-connect.md, sections 1, 2 and 9.1.</remarks>
public sealed class GarminOptions
{
    /// <summary>The section of the configuration that <see cref="GarminConnectRegistration.AddGarminConnect(Microsoft.Extensions.DependencyInjection.IServiceCollection)"/> reads.</summary>
    public const string SectionName = "Garmin";

    /// <summary><c>garmin.com</c> (default) or <c>garmin.cn</c>. Nothing else: it decides where a password is sent.</summary>
    [AllowedValues("garmin.com", "garmin.cn", ErrorMessage = "Garmin:Domain must be garmin.com or garmin.cn.")]
    public string Domain { get; set; } = "garmin.com";

    /// <summary>Whether the addresses below are used, which may name servers that are not Garmin's. For simulators and tests; off by default.</summary>
    public bool Sandbox { get; set; }

    /// <summary>The sign-in server. Set only with <see cref="Sandbox"/>; else <c>https://sso.{Domain}</c>.</summary>
    public Uri? SsoUrl { get; set; }

    /// <summary>The token server. Set only with <see cref="Sandbox"/>; else <c>https://diauth.{Domain}</c>.</summary>
    public Uri? DiAuthUrl { get; set; }

    /// <summary>The data server. Set only with <see cref="Sandbox"/>; else <c>https://connectapi.{Domain}</c>.</summary>
    public Uri? ConnectApiUrl { get; set; }

    /// <summary>The web application. Set only with <see cref="Sandbox"/>; else <c>https://connect.{Domain}</c>.</summary>
    public Uri? ConnectUrl { get; set; }

    /// <summary>The most requests a second to Garmin for one account. Default 2.</summary>
    [Range(0.1, 1000)]
    public double RequestsPerSecond { get; set; } = 2;

    /// <summary>The most calls to Garmin in flight for one account. Default 2.</summary>
    [Range(1, 100)]
    public int ConcurrencyPerAccount { get; set; } = 2;

    /// <summary>
    /// The client ids with which a service ticket is offered to the token server, in this order.
    /// Empty (default): those of Garmin's apps as of 2026. They change with releases of the apps, hence an option.
    /// </summary>
    public IList<string> ClientIds { get; } = [];

    /// <summary>
    /// The forms of sign-in that are tried, in this order. Empty (default): <see cref="SignInForm.Mobile"/>, <see cref="SignInForm.Widget"/>,
    /// <see cref="SignInForm.Portal"/>. When a form leads nowhere the next one is tried; an answer about the account (signed in, code wanted, wrong password,
    /// locked, rate limit) ends the sign-in.
    /// </summary>
    public IList<SignInForm> LoginForms { get; } = [];

    /// <summary>Whether a sign-in that meets Garmin's rate limit tries one more form, which has a limit of its own, before it ends. Off by default.</summary>
    public bool TryAnotherFormWhenLimited { get; set; }

    /// <summary>The shortest pause between opening the widget's page and sending it; the real one is random, up to twice as long. Default 4 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan WidgetPause { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>The shortest pause between opening the portal's page and sending it; the real one is random, up to twice as long. Default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan PortalPause { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one sign-in may take, with all its forms and pauses. Default 75 seconds; at most 80.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:20")]
    public TimeSpan LoginTimeout { get; set; } = TimeSpan.FromSeconds(75);

    /// <summary>How long one request to the sign-in server or the token server may take. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan SignInTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one try of a data call may take. Default 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the download of one file may take. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan DownloadTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The pause before a data call is repeated after a transient failure; before the second repeat it is twice as long. Default 500 milliseconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The largest download that is accepted, in bytes. Default 128 MiB.</summary>
    [Range(1024, int.MaxValue)]
    public long MaxDownloadBytes { get; set; } = 128 * 1024 * 1024;

    /// <summary>The largest activity file that is accepted, unpacked, in bytes. Default 256 MiB.</summary>
    [Range(1024, int.MaxValue)]
    public long MaxUnpackedBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>The most members that a downloaded ZIP may have. Default 64.</summary>
    [Range(1, 10_000)]
    public int MaxArchiveEntries { get; set; } = 64;

    /// <summary>How many times its packed size an activity file may unpack to. Default 200; real files stay below 40.</summary>
    [Range(2, 1032)]
    public int MaxCompressionRatio { get; set; } = 200;
}
