using GarminConnect.Simulator.Health;

namespace GarminConnect.Simulator.Athletes;

/// <summary>What an account is made from.</summary>
public sealed record AthleteSpec
{
    public const string DefaultPassword = "correct horse battery staple";

    public const string DefaultMfaCode = "123456";

    public required string Email { get; init; }

    public string Password { get; init; } = DefaultPassword;

    /// <summary>The same seed gives the same activities; only their ids follow from the e-mail address too.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many activities, about four a week back from yesterday.</summary>
    public int Activities { get; init; } = 100;

    /// <summary>Whether a manual activity, an imported GPX file and a triathlon are among them (from ten activities on).</summary>
    public bool Specials { get; init; } = true;

    public bool Mfa { get; init; }

    public string MfaCode { get; init; } = DefaultMfaCode;

    /// <summary>IANA name of the zone in which the athlete's days begin. Null: that of the place where the seed lets the athlete live; for seed 1 Europe/Berlin.</summary>
    public string? TimeZone { get; init; }

    /// <summary>A flight into another time zone. Null: none.</summary>
    public Travel? Travel { get; init; }

    public HealthDevice Device { get; init; } = HealthDevice.Watch;

    /// <summary>How many days the health data reach back, today included.</summary>
    public int HealthDays { get; init; } = 400;

    /// <summary>Share of the days on which the device was not worn, 0 to 1.</summary>
    public double GapShare { get; init; } = 0.04;

    /// <summary>After how many days Garmin moves the curves of a day to slow storage, from where a client must ask for them. Null: never.</summary>
    public int? CurvesKeptDays { get; init; }
}
