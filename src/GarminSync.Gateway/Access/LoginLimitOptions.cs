using System.ComponentModel.DataAnnotations;

namespace GarminSync.Gateway.Access;

/// <summary>How often somebody may try to log in to Garmin. Section <c>Gateway:Login</c>; each gateway counts for itself.</summary>
internal sealed class LoginLimitOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Gateway:Login";

    /// <summary>Attempts of one account (or, with codes, of one pending login) in a window. Default 10.</summary>
    [Range(1, 1_000_000)]
    public int AttemptsPerAccount { get; set; } = 10;

    /// <summary>Attempts from one address in a window; of IPv6, from one /64 network. Default 60.</summary>
    [Range(1, 1_000_000)]
    public int AttemptsPerAddress { get; set; } = 60;

    /// <summary>The window. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(5);
}
