using System.ComponentModel.DataAnnotations;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator;

/// <summary>How the simulator behaves. Read from the <c>Simulator</c> section when it runs on its own; the admin API can change some of it at run time.</summary>
public sealed class SimulatorOptions
{
    public const string SectionName = "Simulator";

    /// <summary>The address to listen on when it is hosted inside another process. Default: a free port of 127.0.0.1.</summary>
    public Uri Url { get; set; } = new("http://127.0.0.1:0");

    /// <summary>The day that the athletes think it is; their newest activity is of the day before. Default: the clock's day (UTC) at start.</summary>
    public DateOnly? Today { get; set; }

    /// <summary>How many activities <c>athlete@example.com</c> has. Default: four a week for three years.</summary>
    [Range(0, 10_000)]
    public int DefaultActivities { get; set; } = 624;

    /// <summary>Further accounts, there from the start: a simulator that is started again has them at once.</summary>
    public IList<AthleteSpec> Athletes { get; set; } = [];

    /// <summary>How long an access token lives. Default 27 hours.</summary>
    [Range(1, 1_000_000)]
    public int AccessTokenSeconds { get; set; } = 97_344;

    /// <summary>How long a refresh token lives. Default 30 days.</summary>
    [Range(1, 10_000_000)]
    public int RefreshTokenSeconds { get; set; } = 2_591_999;

    /// <summary>How long a service ticket may wait for its exchange. Default 60 seconds.</summary>
    [Range(1, 3600)]
    public int TicketSeconds { get; set; } = 60;

    /// <summary>How long a login waits for its MFA code. Default 5 minutes.</summary>
    [Range(1, 3600)]
    public int MfaSeconds { get; set; } = 300;

    /// <summary>Client ids that the token endpoint refuses. Default none.</summary>
    public IReadOnlyList<string> RefusedClientIds { get; set; } = [];

    /// <summary>Leaves <c>refresh_token</c> out of the answer to a refresh; the old one then stays valid. Default false.</summary>
    public bool OmitRefreshToken { get; set; }

    /// <summary>When a rotated refresh token is used again, revokes every token of the account. Default false: only the second use fails.</summary>
    public bool RevokeAllOnReuse { get; set; }

    /// <summary>The activity list ignores <c>startDate</c> and <c>endDate</c>. Default false.</summary>
    public bool ListIgnoresDays { get; set; }

    /// <summary>The activity list comes oldest first, whatever is asked for. Default false.</summary>
    public bool ListOldestFirst { get; set; }

    /// <summary>The most days that GraphQL answers at once; a longer range is an error. Default null: no limit but that of nights, 31.</summary>
    [Range(1, 40_000)]
    public int? GraphQlMostDays { get; set; }

    /// <summary>A folder in which tokens, service tickets and logins that wait for a code are kept, so that they outlive the process. Default: none.</summary>
    public string? DataFolder { get; set; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
