namespace GarminConnect.Simulator.Health;

/// <summary>A reckoning of an athlete's readiness for training at a moment.</summary>
public sealed record Readiness
{
    /// <summary>UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary><c>AFTER_WAKEUP_RESET</c>, <c>AFTER_POST_EXERCISE_RESET</c> or <c>UPDATE_REALTIME_VARIABLES</c>.</summary>
    public required string Context { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Score { get; init; }

    /// <summary>Null while the athlete still sleeps.</summary>
    public required int? SleepScore { get; init; }

    public required int RecoveryMinutes { get; init; }

    public required int AcuteLoad { get; init; }

    public required int WeekVariability { get; init; }

    public string Level => Score switch
    {
        >= 95 => "PRIME",
        >= 75 => "HIGH",
        >= 50 => "MODERATE",
        >= 25 => "LOW",
        _ => "POOR",
    };
}
