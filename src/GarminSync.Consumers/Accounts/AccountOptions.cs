using System.ComponentModel.DataAnnotations;

namespace GarminSync.Consumers.Accounts;

/// <summary>How logins are handled. Configuration section <c>Accounts</c>.</summary>
internal sealed class AccountOptions
{
    public const string SectionName = "Accounts";

    /// <summary>How long a login waits for its code. Garmin's own limit is not known; other clients assume 5 to 15 minutes. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PendingLoginLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How many wrong codes end a login. Default 5.</summary>
    [Range(1, 20)]
    public int CodeTries { get; set; } = 5;

    /// <summary>The longest time that an account may not log in after Garmin limited its logins. Default 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan LongestCooldown { get; set; } = TimeSpan.FromHours(24);
}
