namespace GarminConnect.Simulator.Health;

/// <summary>How an athlete moved on a day.</summary>
public sealed record Movement
{
    public const double MetersPerFloor = 3.048;

    /// <summary>The measured part of the day.</summary>
    public required IReadOnlyList<QuarterHour> Quarters { get; init; }

    public required int Steps { get; init; }

    public required int StepGoal { get; init; }

    public required int DistanceMeters { get; init; }

    public required int ActiveKilocalories { get; init; }

    /// <summary>Of the measured part of the day.</summary>
    public required int BmrKilocalories { get; init; }

    public int TotalKilocalories => ActiveKilocalories + BmrKilocalories;

    public int FloorsAscended => Quarters.Sum(quarter => quarter.FloorsAscended);

    public int FloorsDescended => Quarters.Sum(quarter => quarter.FloorsDescended);

    public int SleepingSeconds => Quarters.Sum(quarter => quarter.SleepingSeconds);

    public int SedentarySeconds => Quarters.Sum(quarter => quarter.SedentarySeconds);

    public int ActiveSeconds => Quarters.Sum(quarter => quarter.ActiveSeconds);

    public int HighlyActiveSeconds => Quarters.Sum(quarter => quarter.HighlyActiveSeconds);

    public int ModerateMinutes => Quarters.Sum(quarter => quarter.ModerateMinutes);

    /// <summary>Counted once; towards the week's goal they count twice.</summary>
    public int VigorousMinutes => Quarters.Sum(quarter => quarter.VigorousMinutes);
}
