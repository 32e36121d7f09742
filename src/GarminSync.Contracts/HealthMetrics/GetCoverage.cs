namespace GarminSync.Contracts;

/// <summary>Asks what is known of an account's health metrics and activities, day by day. Answer: <see cref="Coverage"/>, or <see cref="SyncRefused"/>.</summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record GetCoverage
{
    /// <summary>CentralDB's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>First day (<c>YYYY-MM-DD</c>, the athlete's calendar), inclusive; absent: 29 days before the last.</summary>
    public string? From { get; init; }

    /// <summary>Last day (<c>YYYY-MM-DD</c>, the athlete's calendar), inclusive; absent: today.</summary>
    public string? To { get; init; }
}
