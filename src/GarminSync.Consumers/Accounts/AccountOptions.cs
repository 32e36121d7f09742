using System.ComponentModel.DataAnnotations;

namespace GarminSync.Consumers.Accounts;

/// <summary>How logins are dealt with. Configuration section <c>Accounts</c>.</summary>
internal sealed class AccountOptions
{
    public const string SectionName = "Accounts";

    /// <summary>How long a login waits for its code; Garmin's own time is not known, other clients count with 5 to 15 minutes. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PendingLoginLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How many wrong codes end a login. Default 5.</summary>
    [Range(1, 20)]
    public int CodeTries { get; set; } = 5;

    /// <summary>The longest time without logins of an account after rate limits of Garmin's. Default 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan LongestCooldown { get; set; } = TimeSpan.FromHours(24);
}
