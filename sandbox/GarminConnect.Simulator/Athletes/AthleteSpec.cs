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
}
