namespace GarminConnect.Simulator.Health;

/// <summary>A quarter of an hour, or what of it is measured. Seconds of the four kinds add up to its length.</summary>
public sealed record QuarterHour
{
    /// <summary>UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset End { get; init; }

    public required int Steps { get; init; }

    public required int FloorsAscended { get; init; }

    public required int FloorsDescended { get; init; }

    public required int SleepingSeconds { get; init; }

    public required int SedentarySeconds { get; init; }

    public required int ActiveSeconds { get; init; }

    public required int HighlyActiveSeconds { get; init; }

    public required int ModerateMinutes { get; init; }

    public required int VigorousMinutes { get; init; }

    /// <summary>The kind that most of it was: <c>sleeping</c>, <c>sedentary</c>, <c>active</c> or <c>highlyActive</c>.</summary>
    public string Level =>
        new[] { (SleepingSeconds, "sleeping"), (SedentarySeconds, "sedentary"), (ActiveSeconds, "active"), (HighlyActiveSeconds, "highlyActive") }
            .MaxBy(kind => kind.Item1).Item2;
}
